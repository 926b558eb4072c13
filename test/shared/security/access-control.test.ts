import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  AccessDeniedError,
  InvalidOptionError,
  MASKED,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { AccessControl, AccessRule, RunEvent, UserContext } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime, executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';

const ada: UserContext = { userId: 'ada', roles: ['clerk'], attributes: { department: 'finance' } };
const everything: AccessRule = {
  id: 'all',
  effect: 'allow',
  actions: ['executeWorkflow', 'executeNode', 'readOutput', 'writeInput'],
};

const control = (...rules: readonly AccessRule[]): AccessControl => ({ strategy: 'hybrid', rules });

const payroll = new WorkflowBuilder('payroll')
  .addNode('FunctionNode', 'staff', { run: () => ({ name: 'Grace', pay: { base: 'much', bonus: 1 } }) })
  .addNode('FunctionNode', 'copy', { run: ({ pay }) => ({ pay }) })
  .addConnection('staff', 'pay', 'copy', 'pay')
  .build();

describe('TestSharedAccessControl', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_security_nothing_is_allowed_without_a_rule', async () => {
      const runtime = new Runtime({ accessControl: control(), userContext: ada });
      const error = await thrownBy(() => executeRuntime(runtime, payroll));
      assertError(error, AccessDeniedError, "'ada'", "'payroll'", 'no rule allows it', 'accessControl');
      assert.deepEqual(
        { ...error.decision },
        {
          allowed: false,
          action: 'executeWorkflow',
          workflow: 'payroll',
          nodeId: null,
          userId: 'ada',
          rule: null,
          reason: 'no rule allows it.',
          remedy: "Allow 'executeWorkflow' by a rule of accessControl, or run it for another userContext.",
          considered: [],
        },
      );
    });

    test('test_security_nobody_is_not_everybody', async () => {
      const runtime = new Runtime({ accessControl: control(everything) });
      assertError(
        await thrownBy(() => executeRuntime(runtime, payroll)),
        AccessDeniedError,
        'no userContext',
      );
      assert.equal(
        (await executeRuntimeWithRunId(runtime, payroll, { userContext: ada })).status,
        'completed',
      );
    });

    test('test_security_what_denies_beats_what_allows', async () => {
      const deny: AccessRule = { id: 'no-copies', effect: 'deny', actions: ['executeNode'], nodes: ['copy'] };
      const runtime = new Runtime({ accessControl: control(everything, deny), userContext: ada });
      const error = await thrownBy(() => executeRuntime(runtime, payroll));
      assertError(error, WorkflowExecutionError, "'copy'", "rule 'no-copies' denies it");
      assert.equal((error.cause as AccessDeniedError).decision.rule, 'no-copies');
    });

    test('test_security_a_denied_node_is_skipped_where_the_rule_says_so', async () => {
      const deny: AccessRule = {
        id: 'no-staff',
        effect: 'deny',
        actions: ['executeNode'],
        nodes: ['staff'],
        onDenied: 'skip',
      };
      const runtime = new Runtime({ accessControl: control(everything, deny), userContext: ada });
      const { results, skipped } = await executeRuntimeWithRunId(runtime, payroll);
      assert.deepEqual([{ ...results }, skipped], [{}, ['staff', 'copy']]);
    });

    test('test_security_a_masked_output_is_masked_for_everyone', async () => {
      const deny: AccessRule = {
        id: 'pay',
        effect: 'deny',
        actions: ['readOutput'],
        nodes: ['staff'],
        mask: ['pay.base'],
      };
      const runtime = new Runtime({ accessControl: control(everything, deny), userContext: ada });
      const events: RunEvent[] = [];
      runtime.on('*', (event) => events.push(event));
      const results = await executeRuntime(runtime, payroll);
      assert.deepEqual(
        { ...results },
        {
          staff: { name: 'Grace', pay: { base: MASKED, bonus: 1 } },
          copy: { pay: { base: MASKED, bonus: 1 } },
        },
      );
      assert.ok(!JSON.stringify(events).includes('much'), 'an event has what is masked');
      assert.deepEqual(
        events.map(({ type }) => type),
        [
          'runStarted',
          'nodeStarted',
          'accessDenied',
          'nodeCompleted',
          'nodeStarted',
          'nodeCompleted',
          'runCompleted',
        ],
      );
    });

    test('test_security_inputs_from_outside_need_a_rule_of_their_own', async () => {
      const noInputs: AccessRule = {
        ...everything,
        actions: ['executeWorkflow', 'executeNode', 'readOutput'],
      };
      const runtime = new Runtime({ accessControl: control(noInputs), userContext: ada });
      const parameters = { copy: { extra: 1 } };
      const error = await thrownBy(() => executeRuntime(runtime, payroll, { parameters }));
      assertError(error, WorkflowExecutionError, "give inputs to node 'copy'");
      assert.equal((await executeRuntimeWithRunId(runtime, payroll)).status, 'completed');
    });

    test('test_security_a_condition_on_what_nobody_knows_fails_closed', async () => {
      const when = [{ attribute: 'user.attributes.clearance', operator: '>=', value: 3 }] as const;
      const allowing = new Runtime({ accessControl: control({ ...everything, when }), userContext: ada });
      assertError(await thrownBy(() => executeRuntime(allowing, payroll)), AccessDeniedError);
      const deny: AccessRule = { id: 'low', effect: 'deny', actions: ['executeWorkflow'], when };
      const denying = new Runtime({ accessControl: control(everything, deny), userContext: ada });
      assertError(await thrownBy(() => executeRuntime(denying, payroll)), AccessDeniedError, "rule 'low'");
    });

    test('test_security_a_sub_workflow_is_held_to_the_same_rules', async () => {
      const outer = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'sub', { workflow: payroll })
        .build();
      const only: AccessRule = { ...everything, workflows: ['outer'] };
      const runtime = new Runtime({ accessControl: control(only), userContext: ada });
      const error = await thrownBy(() => executeRuntime(runtime, outer));
      assertError(error, WorkflowExecutionError, "workflow 'payroll'", 'no rule allows it');
    });

    test('test_security_a_user_who_changes_during_the_run_stays_who_they_were', async () => {
      const user = { userId: 'bob', roles: ['guest'] };
      const promoting = new WorkflowBuilder('promoting')
        .addNode('FunctionNode', 'first', { run: () => user.roles.push('clerk') })
        .addNode('FunctionNode', 'second', { run: () => 'ran' })
        .addConnection('first', 'result', 'second', 'x')
        .build();
      const guests: AccessRule = { ...everything, id: 'guests', roles: ['guest'], nodes: ['first'] };
      const clerks: AccessRule = { ...everything, id: 'clerks', roles: ['clerk'] };
      const start: AccessRule = { ...everything, id: 'start', actions: ['executeWorkflow'] };
      const runtime = new Runtime({ accessControl: control(start, guests, clerks) });
      const error = await thrownBy(() => executeRuntime(runtime, promoting, { userContext: user }));
      assertError(error, WorkflowExecutionError, "'second'");
    });

    test('test_security_check_workflow_access_explains_without_running', async () => {
      const rules = [
        { ...everything, id: 'clerks', roles: ['clerk'] },
        { id: 'no-copies', effect: 'deny', actions: ['executeNode'], nodes: ['copy'] },
      ] as const;
      const runtime = new Runtime({ accessControl: control(...rules) });
      const access = runtime.checkWorkflowAccess(payroll, ada);
      assert.deepEqual([access.allowed, access.rule], [true, 'clerks']);
      assert.equal(access.nodes.copy?.executeNode.reason, "rule 'no-copies' denies it.");
      assert.equal(access.nodes.staff?.executeNode.allowed, true);
      const guest = runtime.checkWorkflowAccess(payroll, { userId: 'eve' });
      assert.deepEqual([guest.allowed, guest.reason], [false, 'no rule allows it.']);
      assert.equal(new Runtime().checkWorkflowAccess(payroll).allowed, true);
    });

    test('test_security_roles_bring_permissions_and_inherit', async () => {
      const accessControl: AccessControl = {
        strategy: 'rbac',
        roles: {
          clerk: { permissions: ['payroll:run'] },
          lead: { inherits: ['clerk'], permissions: ['payroll:read'] },
          auditor: {},
        },
        rules: [
          {
            id: 'run',
            effect: 'allow',
            actions: ['executeWorkflow', 'executeNode'],
            permissions: ['payroll:run'],
          },
          { id: 'read', effect: 'allow', actions: ['readOutput'], permissions: ['payroll:read'] },
          { id: 'staff', effect: 'deny', actions: ['executeNode'], nodes: ['staff'], roles: ['auditor'] },
        ],
      };
      const runtime = new Runtime({ accessControl });
      const results = async (user: UserContext) => ({
        ...(await executeRuntime(runtime, payroll, { userContext: user })),
      });
      const masked = { staff: { name: MASKED, pay: MASKED }, copy: { pay: MASKED } };
      assert.deepEqual(await results({ userId: 'a', roles: ['clerk'] }), masked);
      assert.equal((await results({ userId: 'b', roles: ['lead'] })).staff?.name, 'Grace');
      assert.deepEqual(await results({ userId: 'c', permissions: ['payroll:run'] }), masked);
      const both = { userId: 'd', roles: ['lead', 'auditor'] };
      assertError(await thrownBy(() => results(both)), WorkflowExecutionError, "rule 'staff'");
      for (const name of ['constructor', 'toString', 'Lead']) {
        assert.equal(runtime.checkWorkflowAccess(payroll, { userId: 'e', roles: [name] }).allowed, false);
      }
    });

    test('test_security_attributes_decide_in_abac', async () => {
      const when = [
        { attribute: 'user.attributes.department', operator: '==', value: 'finance' },
        { attribute: 'workflow.name', operator: 'in', value: ['payroll', 'bonus'] },
      ] as const;
      const runtime = new Runtime({ accessControl: { strategy: 'abac', rules: [{ ...everything, when }] } });
      assert.equal(
        (await executeRuntimeWithRunId(runtime, payroll, { userContext: ada })).status,
        'completed',
      );
      const other = { userId: 'bob', attributes: { department: 'sales' } };
      const error = await thrownBy(() => executeRuntime(runtime, payroll, { userContext: other }));
      assertError(
        error,
        AccessDeniedError,
        "rule 'all' does not: 'user.attributes.department ==' does not hold",
      );
    });

    const mistakes: readonly (readonly [name: string, accessControl: unknown, ...said: readonly string[]])[] =
      [
        [
          'a_condition_in_rbac',
          {
            strategy: 'rbac',
            rules: [{ ...everything, when: [{ attribute: 'action', operator: '==', value: 'x' }] }],
          },
          "'all'",
          "'rbac'",
          "give strategy 'hybrid', since rule 'all'",
        ],
        [
          'a_role_in_abac',
          { strategy: 'abac', rules: [{ ...everything, roles: ['a'] }] },
          "'all'",
          "'abac'",
          "give strategy 'hybrid', since rule 'all'",
        ],
        [
          'an_unknown_role',
          { strategy: 'rbac', roles: { clerk: {} }, rules: [{ ...everything, roles: ['clrk'] }] },
          "'clrk'",
          "Did you mean 'clerk'?",
        ],
        [
          'an_unknown_inherited_role',
          { strategy: 'rbac', roles: { clerk: { inherits: ['boss'] } }, rules: [] },
          "role 'clerk'",
          "'boss'",
        ],
        ['two_rules_of_one_id', control(everything, everything), "'all'"],
        ['a_mask_on_what_allows', control({ ...everything, mask: ['x'] }), 'a rule that denies'],
        ['rules_that_are_a_proxy', { strategy: 'rbac', rules: new Proxy([], {}) }, 'it is a proxy'],
        [
          'rules_behind_a_getter',
          {
            strategy: 'rbac',
            get rules() {
              return [everything];
            },
          },
          'it is an accessor',
        ],
        ['an_option_that_is_undefined', undefined, 'accessControl', 'Leave it out'],
        ['a_misspelt_entry', { ...control(everything), rule: [] }, 'accessControl.rule'],
      ];
    for (const [name, accessControl, ...said] of mistakes) {
      test(`test_security_a_policy_with_${name}_is_refused`, async () => {
        const error = await thrownBy(() => new Runtime({ accessControl: accessControl as AccessControl }));
        assertError(error, InvalidOptionError, ...said);
      });
    }
  });
});
