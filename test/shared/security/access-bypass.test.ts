import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { inspect } from 'node:util';
import {
  AccessDeniedError,
  InvalidOptionError,
  MASKED,
  MaskedFailureError,
  WorkflowBuilder,
  WorkflowCancelledError,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { AccessControl, AccessRule, RunEvent, UserContext } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime, executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { fails, gives } from '../runtime/sample-nodes.ts';

const HIDDEN = 'five thousand';
const eve: UserContext = { userId: 'eve', roles: ['guest'] };
const all: AccessRule = {
  id: 'all',
  effect: 'allow',
  actions: ['executeWorkflow', 'executeNode', 'readOutput', 'writeInput'],
};
const admins: AccessRule = { ...all, id: 'admins', roles: ['admin'] };
const deny = (
  action: AccessRule['actions'][number],
  node: string,
  more: Partial<AccessRule> = {},
): AccessRule => ({
  id: 'denied',
  effect: 'deny',
  actions: [action],
  nodes: [node],
  ...more,
});
const control = (...rules: readonly AccessRule[]): AccessControl => ({ strategy: 'hybrid', rules });
/** Everything that a value holds, as text, errors with their causes, stacks and hidden entries. */
const text = (value: unknown): string =>
  inspect(value, { depth: 99, showHidden: true, maxStringLength: null });

const single = new WorkflowBuilder('single').addNode('FunctionNode', 'work', gives('done')).build();
const pay = { run: () => ({ amount: HIDDEN, result: { rows: [{ amount: HIDDEN, name: 'Ada' }] } }) };
const paying = new WorkflowBuilder('paying').addNode('FunctionNode', 'pay', pay).build();

describe('TestSharedAccessBypass', () => {
  forEachSide(kits, ({ id, Runtime, oneAtATime }, test) => {
    const guarded = (...rules: readonly AccessRule[]) =>
      new Runtime({ ...oneAtATime, accessControl: control(...rules), userContext: eve });

    const lying: readonly (readonly [name: string, make: () => unknown])[] = [
      ['roles_in_the_prototype', () => Object.create({ userId: 'eve', roles: ['admin'] })],
      ['an_own_proto_entry', () => JSON.parse('{"userId":"eve","__proto__":{"roles":["admin"]}}')],
      [
        'a_getter',
        () => ({
          userId: 'eve',
          get roles() {
            return ['admin'];
          },
        }),
      ],
      [
        'a_proxy',
        () => new Proxy({ userId: 'eve' }, { get: (_, key) => (key === 'roles' ? ['admin'] : 'eve') }),
      ],
      ['a_proxy_for_roles', () => ({ userId: 'eve', roles: new Proxy(['guest'], { get: () => 'admin' }) })],
      [
        'a_getter_in_roles',
        () => ({
          userId: 'eve',
          roles: Object.defineProperty([], 0, { get: () => 'admin', enumerable: true }),
        }),
      ],
      [
        'a_getter_in_attributes',
        () => ({
          userId: 'eve',
          attributes: {
            get clearance() {
              return 9;
            },
          },
        }),
      ],
      [
        'a_class_instance',
        () =>
          new (class User {
            userId = 'eve';
            roles = ['admin'];
          })(),
      ],
      ['an_unknown_entry', () => ({ userId: 'eve', role: 'admin' })],
      ['a_role_that_is_no_text', () => ({ userId: 'eve', roles: [{ toString: () => 'admin' }] })],
      ['an_empty_user', () => ({ userId: '' })],
      ['undefined', () => undefined],
      ['null', () => null],
    ];
    for (const [name, make] of lying) {
      test(`test_security_a_user_that_is_no_plain_data_is_refused_${name}`, async () => {
        const runtime = guarded(admins);
        const options = { userContext: make() as UserContext };
        assertError(
          await thrownBy(() => runtime.execute(single, options)),
          InvalidOptionError,
          'userContext',
        );
        assertError(
          await collectEventsOrRefusal(() => collectEvents(runtime, single, options)),
          InvalidOptionError,
        );
        if (make() !== undefined) {
          assertError(
            await thrownBy(() => runtime.checkWorkflowAccess(single, options.userContext)),
            InvalidOptionError,
          );
        }
        assertError(
          await thrownBy(() => new Runtime({ userContext: make() as UserContext })),
          InvalidOptionError,
        );
      });
    }

    test('test_security_a_polluted_prototype_gives_nobody_a_role', async () => {
      const runtime = guarded(admins);
      const polluted = {
        roles: ['admin'],
        permissions: ['all'],
        tenantId: 'theirs',
        userContext: { userId: 'root' },
      };
      for (const [key, value] of Object.entries(polluted)) {
        Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
      }
      try {
        const error = await thrownBy(() =>
          executeRuntime(runtime, single, { userContext: { userId: 'eve' } }),
        );
        assertError(error, AccessDeniedError, "'eve'");
        assert.equal(runtime.checkWorkflowAccess(single, { userId: 'eve' }).allowed, false);
        assertError(await thrownBy(() => executeRuntime(runtime, single, {})), AccessDeniedError, "'eve'");
      } finally {
        for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
      }
    });

    test('test_security_rules_that_change_after_the_runtime_is_made_are_of_no_effect', async () => {
      const roles = ['admin'];
      const rules: AccessRule[] = [{ ...admins, roles }];
      const runtime = new Runtime({ accessControl: { strategy: 'hybrid', rules }, userContext: eve });
      rules.push(all);
      roles.push('guest');
      assertError(await thrownBy(() => executeRuntime(runtime, single)), AccessDeniedError);
    });

    test('test_security_a_denied_workflow_runs_nothing_by_any_method', async () => {
      let calls = 0;
      const counting = new WorkflowBuilder('counting')
        .addNode('FunctionNode', 'work', { run: () => ++calls })
        .build();
      const runtime = guarded(admins);
      const events: RunEvent[] = [];
      runtime.on('*', (event) => events.push(event));
      assertError(await thrownBy(() => executeRuntime(runtime, counting)), AccessDeniedError);
      assertError((await collectEvents(runtime, counting)).error, AccessDeniedError);
      runtime.validateWorkflow(counting);
      runtime.analyzeConditions(counting);
      assert.deepEqual(runtime.planExecution(counting, { results: { work: { result: 'forged' } } }).order, [
        'work',
      ]);
      assert.equal(runtime.shouldSkipNode(counting, 'work', { results: {} }), false);
      assertError(await thrownBy(() => executeRuntime(runtime, counting)), AccessDeniedError);
      assert.equal(calls, 0);
      assert.deepEqual(
        [...new Set(events.map(({ type }) => type))],
        ['runStarted', 'accessDenied', 'runFailed'],
      );
    });

    test.asyncOnly(
      'test_security_execute_workflow_async_is_held_as_well',
      'the sync side has no such method',
      async () => {
        const runtime = guarded(admins) as unknown as {
          executeWorkflowAsync: (workflow: typeof single) => Promise<unknown>;
        };
        assertError(await thrownBy(() => runtime.executeWorkflowAsync(single)), AccessDeniedError);
      },
    );

    test('test_security_forged_progress_starts_nothing_and_allows_nothing', async () => {
      const runtime = guarded(all, deny('executeNode', 'work'));
      runtime.planExecution(single, { results: { work: { result: 1 } } });
      assertError(await thrownBy(() => executeRuntime(runtime, single)), WorkflowExecutionError, "'work'");
      assert.equal(runtime.checkWorkflowAccess(single).nodes.work?.executeNode.allowed, false);
    });

    test('test_security_write_input_cannot_be_had_through_a_sub_workflow', async () => {
      const inner = new WorkflowBuilder('inner')
        .addNode('FunctionNode', 'work', { run: ({ x }) => ({ x }) })
        .build();
      const outer = new WorkflowBuilder('outer').addNode('WorkflowNode', 'sub', { workflow: inner }).build();
      const runtime = guarded(all, deny('writeInput', 'work'));
      for (const parameters of [{ sub: { work: { x: 'mine' } } }, { sub: { x: 'mine' } }, { x: 'mine' }]) {
        const error = await thrownBy(() => executeRuntime(runtime, outer, { parameters }));
        assert.match(text(error), /give inputs to node 'work'/, JSON.stringify(parameters));
      }
      assert.equal((await executeRuntimeWithRunId(runtime, outer)).status, 'completed');
    });

    test('test_security_what_the_workflow_itself_hands_in_is_no_input_of_the_user', async () => {
      const inner = new WorkflowBuilder('inner')
        .addNode('FunctionNode', 'work', { run: ({ x }) => ({ x }) })
        .build();
      const outer = new WorkflowBuilder('outer')
        .addNode('FunctionNode', 'source', gives('theirs'))
        .addNode('WorkflowNode', 'sub', { workflow: inner })
        .addConnection('source', 'result', 'sub', 'x')
        .build();
      const runtime = guarded(all, deny('writeInput', 'work'));
      assert.deepEqual((await executeRuntime(runtime, outer)).sub, { work: { x: 'theirs' } });
    });

    test('test_security_write_input_cannot_be_had_through_a_loop', async () => {
      const inner = new WorkflowBuilder('inner')
        .addNode('FunctionNode', 'work', { run: ({ item }) => ({ item }) })
        .build();
      const outer = new WorkflowBuilder('outer')
        .addNode('LoopNode', 'each', { workflow: inner, items: [1] })
        .build();
      const runtime = guarded(all, deny('writeInput', 'work'));
      for (const parameters of [
        { each: { items: ['mine'] } },
        { items: ['mine'] },
        { each: { work: { item: 1 } } },
      ]) {
        // What the config of the loop says wins over no parameter: an item from outside is one of the user's.
        const error = await thrownBy(() => executeRuntime(runtime, outer, { parameters }));
        assert.match(text(error), /give inputs to node 'work'/, JSON.stringify(parameters));
      }
      assert.equal((await executeRuntimeWithRunId(runtime, outer)).status, 'completed');
    });

    test('test_security_a_loop_in_a_loop_is_held_to_the_rules_of_its_node', async () => {
      const inside = {
        type: 'LoopNode',
        config: { itemInput: 'item', items: [1], node: { type: 'FunctionNode', config: gives(1) } },
      };
      const loop = new WorkflowBuilder('loop')
        .addNode('LoopNode', 'each', { items: [1], node: inside })
        .build();
      for (const rule of [
        deny('executeNode', 'each'),
        { ...deny('executeNode', ''), nodes: undefined, nodeTypes: ['FunctionNode'] },
      ]) {
        const { nodes, ...rest } = rule;
        const runtime = guarded(all, nodes === undefined ? rest : { ...rest, nodes });
        assert.match(text(await thrownBy(() => executeRuntime(runtime, loop))), /rule 'denied' denies it/);
      }
    });

    const reads: readonly (readonly [name: string, port: string])[] = [
      ['a_port', 'amount'],
      ['the_whole_output', 'result'],
      ['a_dotted_path', 'result.rows.0.amount'],
      ['the_list_above', 'result.rows'],
    ];
    for (const [name, port] of reads) {
      test(`test_security_a_masked_field_cannot_be_read_through_${name}`, async () => {
        const reading = new WorkflowBuilder('reading')
          .addNode('FunctionNode', 'pay', pay)
          .addNode('FunctionNode', 'read', { run: ({ x }) => ({ x }) })
          .addConnection('pay', port as 'amount', 'read', 'x')
          .build();
        const runtime = guarded(all, deny('readOutput', 'pay', { mask: ['amount', 'result.rows.*.amount'] }));
        const { results } = await executeRuntimeWithRunId(runtime, reading);
        assert.ok(!text(results).includes(HIDDEN), text(results));
        assert.ok(text(results.read).includes(MASKED));
        assert.ok(!text(results.pay).includes(HIDDEN));
      });
    }

    test('test_security_a_mask_named_by_the_port_result_hides_the_fields_of_the_whole_output', async () => {
      const flat = new WorkflowBuilder('flat')
        .addNode('FunctionNode', 'pay', gives({ amount: HIDDEN }))
        .build();
      for (const mask of [['result.amount'], ['result'], ['*']]) {
        const runtime = guarded(all, deny('readOutput', 'pay', { mask }));
        assert.deepEqual((await executeRuntime(runtime, flat)).pay, { amount: MASKED });
      }
    });

    test('test_security_an_output_that_lies_about_itself_is_masked', async () => {
      let reads_ = 0;
      const lies = new Proxy(
        { amount: HIDDEN, open: 1 },
        { get: (target, key) => (++reads_ > 9 ? HIDDEN : Reflect.get(target, key)) },
      );
      const lyingNode = new WorkflowBuilder('lying')
        .addNode('FunctionNode', 'pay', { run: () => lies })
        .build();
      const runtime = guarded(all, deny('readOutput', 'pay', { mask: ['amount'] }));
      assert.deepEqual((await executeRuntime(runtime, lyingNode)).pay, { amount: MASKED, open: 1 });
    });

    test('test_security_a_masked_node_that_fails_tells_nothing', async () => {
      const rule = deny('readOutput', 'pay', { mask: ['amount'] });
      const failing: readonly (readonly [name: string, run: () => unknown])[] = [
        ['throws', fails(new Error(HIDDEN, { cause: { amount: HIDDEN } })).run],
        ['reports', () => ({ success: false, amount: HIDDEN, error: HIDDEN })],
      ];
      for (const [name, run] of failing) {
        const workflow = new WorkflowBuilder('failing')
          .addNode('FunctionNode', 'pay', { run, retry: { maxAttempts: 2 } })
          .build();
        const runtime = guarded(all, rule);
        const events: RunEvent[] = [];
        runtime.on('*', (event) => events.push(event));
        const error = await thrownBy(() => executeRuntime(runtime, workflow));
        assertError(error, WorkflowExecutionError, "'pay'", 'masked');
        assertError(error.cause, MaskedFailureError);
        const { results } = await executeRuntimeWithRunId(runtime, workflow, { onError: 'continue' });
        assert.ok(
          !text([error, events, results]).includes(HIDDEN),
          `${name}: ${text([error, events, results])}`,
        );
      }
    });

    test('test_security_nothing_inside_of_a_masked_sub_workflow_is_told', async () => {
      for (const type of ['WorkflowNode', 'LoopNode'] as const) {
        const outer = new WorkflowBuilder('outer')
          .addNode(type, 'sub', { workflow: paying, ...(type === 'LoopNode' && { items: [1] }) } as never)
          .build();
        const runtime = guarded(all, deny('readOutput', 'sub'));
        const { events, error } = await collectEvents(runtime, outer);
        assert.equal(error, undefined);
        assert.ok(events.some((event) => event.type === 'nodeCompleted' && event.nodeId === 'pay'));
        assert.ok(!text(events).includes(HIDDEN), text(events));
        assert.ok(!text(await executeRuntime(runtime, outer)).includes(HIDDEN));
      }
    });

    test('test_security_partial_results_are_masked', async () => {
      const stop = new AbortController();
      const partial = new WorkflowBuilder('partial')
        .addNode('FunctionNode', 'pay', pay)
        .addNode('FunctionNode', 'last', { run: () => stop.abort(new Error('enough')) })
        .addNode('FunctionNode', 'bad', fails(new Error('no')))
        .addConnection('pay', 'amount', 'last', 'x')
        .addConnection('last', 'result', 'bad', 'x')
        .build();
      const runtime = guarded(all, deny('readOutput', 'pay'));
      const failed = await thrownBy(() => executeRuntime(runtime, partial));
      assertError(failed, WorkflowExecutionError);
      assert.deepEqual(failed.partialResults.pay, { amount: MASKED, result: MASKED });
      const cancelled = await thrownBy(() => executeRuntime(runtime, partial, { signal: stop.signal }));
      assertError(cancelled, WorkflowCancelledError);
      assert.ok(!text([failed, cancelled]).includes(HIDDEN));
    });

    test('test_security_a_cycle_asks_in_each_iteration_and_its_end_sees_what_is_masked', async () => {
      const seen: unknown[] = [];
      const cycle = new WorkflowBuilder('cycle')
        .addNode('FunctionNode', 'pay', pay)
        .addCycle('again', {
          edges: [{ source: 'pay', output: 'amount', target: 'pay', input: 'before' }],
          maxIterations: 2,
          convergeWhen: (outputs) => {
            seen.push(outputs.pay);
            return false;
          },
        })
        .build();
      const runtime = guarded(all, deny('readOutput', 'pay'));
      const { events } = await collectEvents(runtime, cycle);
      assert.equal(events.filter(({ type }) => type === 'accessDenied').length, 2);
      assert.ok(!text([seen, events]).includes(HIDDEN));
    });

    test('test_security_a_denied_output_that_fails_is_never_made', async () => {
      let calls = 0;
      const workflow = new WorkflowBuilder('never')
        .addNode('FunctionNode', 'pay', { run: () => ++calls, retry: { maxAttempts: 3 } })
        .build();
      const runtime = guarded(all, deny('readOutput', 'pay', { onDenied: 'fail' }));
      const error = await thrownBy(() => executeRuntime(runtime, workflow));
      assertError(error, WorkflowExecutionError, "see the output of node 'pay'");
      assert.equal(calls, 0);
    });

    test('test_security_a_denial_inside_is_not_retried', async () => {
      const outer = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'sub', { workflow: single, retry: { maxAttempts: 3 } })
        .build();
      const runtime = guarded({ ...all, workflows: ['outer'] });
      const { events } = await collectEvents(runtime, outer);
      assert.deepEqual(
        events.filter(({ type }) => type === 'nodeRetried'),
        [],
      );
    });

    test('test_security_a_comparison_that_makes_no_sense_fails_closed', async () => {
      const low = { id: 'low', effect: 'deny', actions: ['executeWorkflow'] } as const;
      for (const [operator, value, clearance] of [
        ['<', 3, '1'],
        ['>', 3, null],
        ['in', 7, 'x'],
        ['contains', 'x', 7],
      ] as const) {
        const when = [{ attribute: 'user.attributes.clearance', operator, value }];
        const user = { userId: 'eve', attributes: { clearance } };
        const denying = new Runtime({ accessControl: control(all, { ...low, when }) });
        assert.equal(denying.checkWorkflowAccess(single, user).allowed, false, `deny ${operator}`);
        const allowing = new Runtime({ accessControl: control({ ...all, when }) });
        assert.equal(allowing.checkWorkflowAccess(single, user).allowed, false, `allow ${operator}`);
      }
    });

    test('test_security_runs_side_by_side_keep_their_users', async () => {
      const runtime = new Runtime({ accessControl: control(admins) });
      const runs = ['admin', 'guest', 'admin', 'guest'].map(async (role) => {
        try {
          return (
            await executeRuntimeWithRunId(runtime, single, { userContext: { userId: role, roles: [role] } })
          ).status;
        } catch (error) {
          return (error as AccessDeniedError).decision.userId;
        }
      });
      assert.deepEqual(await Promise.all(runs), ['completed', 'guest', 'completed', 'guest']);
      assert.ok(id);
    });
  });
});

/** What refuses a stream, whether it does so at once or with the first event. */
const collectEventsOrRefusal = async (
  collect: () => Promise<{ readonly error: unknown }>,
): Promise<unknown> => {
  try {
    return (await collect()).error;
  } catch (error) {
    return error;
  }
};
