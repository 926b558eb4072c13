import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  AccessDeniedError,
  AsyncMemoryCheckpointStore,
  CheckpointMemory,
  MASKED,
  MemoryCheckpointStore,
  memoryAuditSink,
  secret,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { AccessRule, AuditEntry, UserContext } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { forEachSide } from './for-each-side.ts';

const told = ({ type, workflow, nodeId, userId, rule, status }: AuditEntry): string =>
  [type, workflow, nodeId, userId, rule, status].filter((each) => each !== undefined).join(' ');

const ada: UserContext = { userId: 'ada', roles: ['clerk'] };
const eve: UserContext = { userId: 'eve' };
const staff: AccessRule = {
  id: 'staff',
  effect: 'allow',
  actions: ['executeWorkflow', 'executeNode', 'readOutput', 'writeInput'],
  roles: ['clerk'],
};

const item = new WorkflowBuilder('item')
  .addNode('FunctionNode', 'work', {
    run: ({ item: each }) => {
      if (each === 'bad') throw new RangeError('card visa-4111');
      return { each };
    },
  })
  .build();

const loopOver = (items: readonly string[]) =>
  new WorkflowBuilder('outer').addNode('LoopNode', 'each', { workflow: item, items }).build();

describe('TestSharedAuditedPaths', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    test('test_audit_records_the_items_of_a_loop_and_the_one_that_fails', async () => {
      const sink = memoryAuditSink();
      const failed = await thrownBy(() =>
        executeRuntime(new Runtime({ audit: { sink } }), loopOver(['good', 'bad'])),
      );
      assertError(failed, WorkflowExecutionError, "'each'");
      // The loop is a run of its own, under the name of the workflow that it stands in.
      assert.deepEqual(sink.entries().map(told), [
        'runStarted outer',
        'runStarted outer',
        'runStarted item',
        'runCompleted item completed',
        'runStarted item',
        'runFailed item',
        'runFailed outer',
        'runFailed outer',
      ]);
      const [, loop, ...inner] = sink.entries();
      const ofItems = inner.filter(({ workflow }) => workflow === 'item');
      assert.deepEqual(
        ofItems.map(({ parentRunId }) => parentRunId === loop?.runId),
        ofItems.map(() => true),
      );
      assert.equal(new Set(ofItems.map(({ runId }) => runId)).size, 2);
      assert.ok(!JSON.stringify(sink.entries()).includes('visa-4111'));
    });

    test('test_audit_records_a_denial_inside_of_a_loop', async () => {
      const sink = memoryAuditSink();
      const rules: readonly AccessRule[] = [
        staff,
        { id: 'notThat', effect: 'deny', actions: ['executeNode'], nodes: ['work'] },
      ];
      const runtime = new Runtime({
        audit: { sink },
        accessControl: { strategy: 'rbac', rules },
        userContext: ada,
      });
      await thrownBy(() => executeRuntime(runtime, loopOver(['good'])));
      assert.deepEqual(sink.entries().map(told), [
        'runStarted outer ada',
        'runStarted outer ada',
        'runStarted item ada',
        'accessDenied item work ada notThat',
        'runFailed item ada',
        'runFailed outer ada',
        'runFailed outer ada',
      ]);
    });

    test('test_audit_follows_a_durable_run_from_user_to_user_and_tells_no_secret', async () => {
      const sink = memoryAuditSink();
      const memory = new CheckpointMemory();
      const store =
        id === 'sync' ? new MemoryCheckpointStore(memory) : new AsyncMemoryCheckpointStore(memory);
      const ran: string[] = [];
      let isDown = true;
      const workflow = new WorkflowBuilder('payment')
        .addNode('FunctionNode', 'pay', {
          inputs: { token: secret('TOKEN') },
          run: ({ token }) => {
            ran.push('pay');
            return { receipt: 7, token };
          },
        })
        .addNode('FunctionNode', 'ship', {
          retry: { maxAttempts: 2 },
          run: ({ x }) => {
            ran.push('ship');
            if (isDown) throw new Error('down');
            return { x };
          },
        })
        .addConnection('pay', 'receipt', 'ship', 'x')
        .build();
      const runtimeOf = (userContext: UserContext) =>
        new Runtime({
          audit: { sink, includePayloads: true },
          accessControl: {
            strategy: 'rbac',
            rules: [
              staff,
              { id: 'hidden', effect: 'deny', actions: ['readOutput'], nodes: ['pay'], mask: ['receipt'] },
            ],
          },
          secretProvider: { sync: () => 'tok-4711' },
          userContext,
          durability: { store } as never,
        });
      const first = runtimeOf(ada);
      assertError(await thrownBy(() => first.execute(workflow)), WorkflowExecutionError, 'down');
      isDown = false;
      const runId = first.lastRunId ?? '';
      assertError(await thrownBy(() => runtimeOf(eve).resume(runId, workflow)), AccessDeniedError, "'eve'");
      const { results } = await runtimeOf(ada).resume(runId, workflow);

      assert.deepEqual(ran, ['pay', 'ship', 'ship', 'ship'], 'what has finished does not run again');
      assert.deepEqual({ ...results }, { pay: { receipt: MASKED, token: MASKED }, ship: { x: MASKED } });
      assert.deepEqual(sink.entries().map(told), [
        'runStarted payment ada',
        'accessDenied payment pay ada hidden',
        'nodeCompleted payment pay ada',
        'runFailed payment ada',
        'runResumed payment eve',
        'accessDenied payment eve',
        'runFailed payment eve',
        'runResumed payment ada',
        'nodeCompleted payment ship ada',
        'runCompleted payment ada completed',
      ]);
      const text = JSON.stringify(sink.entries());
      assert.ok(!text.includes('tok-4711') && !text.includes('"receipt":7'), text);
    });
  });
});
