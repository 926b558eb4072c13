import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  AccessDeniedError,
  AsyncMemoryCheckpointStore,
  CheckpointMemory,
  MASKED,
  MemoryCheckpointStore,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { AccessRule, UserContext } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';

const HIDDEN = 'five thousand';
const lead: UserContext = { userId: 'lead', roles: ['lead'] };
const guest: UserContext = { userId: 'guest', roles: ['guest'] };
const nobody: UserContext = { userId: 'nobody' };
const rules: readonly AccessRule[] = [
  {
    id: 'staff',
    effect: 'allow',
    actions: ['executeWorkflow', 'executeNode', 'readOutput'],
    roles: ['lead', 'guest'],
  },
  { id: 'pay', effect: 'deny', actions: ['readOutput'], nodes: ['pay'], roles: ['guest'], mask: ['amount'] },
];

const inner = new WorkflowBuilder('inner')
  .addNode('FunctionNode', 'pay', { run: () => ({ amount: HIDDEN }) })
  .build();

describe('TestSharedRecalledRuns', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    const made = () => {
      const memory = new CheckpointMemory();
      const store =
        id === 'sync' ? new MemoryCheckpointStore(memory) : new AsyncMemoryCheckpointStore(memory);
      let isBroken = true;
      const workflow = new WorkflowBuilder('paying')
        .addNode('FunctionNode', 'pay', { run: () => ({ amount: HIDDEN, open: 1 }) })
        .addNode('WorkflowNode', 'sub', { workflow: inner })
        .addNode('FunctionNode', 'last', {
          run: ({ x }) => {
            if (isBroken) throw new Error('not yet');
            return { x };
          },
        })
        .addConnection('pay', 'amount', 'last', 'x')
        .addConnection('sub', 'pay', 'last', 'y')
        .build();
      const mend = (): undefined => {
        isBroken = false;
      };
      const runtimeOf = (userContext: UserContext) =>
        new Runtime({
          accessControl: { strategy: 'rbac', rules },
          userContext,
          durability: { store } as never,
        });
      return { workflow, mend, runtimeOf };
    };

    test('test_security_a_run_that_another_user_resumes_shows_what_that_user_may_see', async () => {
      const { workflow, mend, runtimeOf } = made();
      const first = runtimeOf(lead);
      assertError(await thrownBy(() => first.execute(workflow)), WorkflowExecutionError, 'not yet');
      mend();
      const denied = await thrownBy(() => runtimeOf(nobody).resume(first.lastRunId ?? '', workflow));
      assertError(denied, AccessDeniedError, "'nobody'");
      const { results } = await runtimeOf(guest).resume(first.lastRunId ?? '', workflow);
      assert.deepEqual(
        { ...results },
        {
          pay: { amount: MASKED, open: MASKED },
          sub: { pay: MASKED },
          last: { x: MASKED },
        },
      );
    });

    test('test_security_a_result_that_is_kept_under_a_key_shows_what_its_asker_may_see', async () => {
      const { workflow, mend, runtimeOf } = made();
      mend();
      const options = { idempotencyKey: 'payday' };
      const { results } = await runtimeOf(lead).execute(workflow, options);
      assert.equal((results.pay as { readonly amount: string }).amount, HIDDEN);
      assertError(await thrownBy(() => runtimeOf(nobody).execute(workflow, options)), AccessDeniedError);
      const seen = (await runtimeOf(guest).execute(workflow, options)).results;
      assert.ok(!JSON.stringify(seen).includes(HIDDEN), 'what was made of what is hidden is hidden');
      assert.deepEqual((await runtimeOf(lead).execute(workflow, options)).results.pay, {
        amount: HIDDEN,
        open: 1,
      });
    });
  });
});
