import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { MemoryCheckpointStore, MemoryRunHistoryStore, WorkflowBuilder } from '../../../src/index.ts';
import { thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { counter } from '../runtime/sample-cycles.ts';
import { fails, failsFirst, gives } from '../runtime/sample-nodes.ts';
import { forEachSide } from './for-each-side.ts';
import { kits, storesOf } from './kits.ts';
import { waiting } from './sample-workflows.ts';
import { shortRecord } from './short-record.ts';

const plain = new WorkflowBuilder('plain').addNode('FunctionNode', 'a', gives(1)).build();

const branching = new WorkflowBuilder('branching')
  .addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>', value: 5 })
  .addNode('FunctionNode', 'large', gives('large'))
  .addNode('FunctionNode', 'small', gives('small'))
  .addConnection('isLarge', 'trueOutput', 'large', 'input')
  .addConnection('isLarge', 'falseOutput', 'small', 'input')
  .build();

const nested = new WorkflowBuilder('nested').addNode('WorkflowNode', 'inner', { workflow: plain }).build();

const looping = new WorkflowBuilder('looping')
  .addNode('LoopNode', 'each', { items: [1, 2], workflow: plain })
  .build();

const failing = new WorkflowBuilder('failing')
  .addNode('FunctionNode', 'boom', fails(new RangeError('card visa-4111')))
  .build();

describe('TestSharedRunHistory', () => {
  forEachSide(kits, (kit, test) => {
    const { Runtime, oneAtATime } = kit;
    for (const [name, newStore] of Object.entries(storesOf(kit))) {
      test(`test_analytics_every_path_is_recorded_in_${name}`, async () => {
        const store = newStore();
        const runtime = new Runtime({
          ...oneAtATime,
          analytics: { store },
          conditionalExecution: 'skip_branches',
        });
        await executeRuntime(runtime, plain);
        await executeRuntime(runtime, branching, { parameters: { isLarge: { total: 9 } } });
        await executeRuntime(runtime, counter({ maxIterations: 2 }));
        await collectEvents(runtime, plain);
        await executeRuntime(runtime, nested);
        await executeRuntime(runtime, looping);
        await thrownBy(() => executeRuntime(runtime, failing));
        await thrownBy(() => executeRuntime(runtime, plain, { signal: AbortSignal.abort() }));
        for await (const { type } of runtime.stream(waiting)) if (type === 'nodeRetried') break;
        const records = (await runtime.getRunHistory()).toReversed();
        assert.deepEqual(records.map(shortRecord), [
          ['plain new completed', 'a completed'],
          ['branching new completed', 'isLarge completed', 'large completed', 'small skipped'],
          ['workflow new completed', 'count#1 completed', 'count#2 completed'],
          ['plain new completed', 'a completed'],
          ['nested new completed', 'inner completed', 'inner/a completed'],
          [
            'looping new completed',
            'each completed',
            'each/* completed',
            'each/*/a completed',
            'each/* completed',
            'each/*/a completed',
          ],
          ['failing new failed', 'boom failed'],
          ['plain new cancelled'],
          ['waiting new cancelled', 'boom aborted'],
        ]);
        assert.deepEqual(
          records.map(({ error }) => error?.code),
          [
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            'WORKFLOW_EXECUTION',
            'WORKFLOW_CANCELLED',
            'WORKFLOW_CANCELLED',
          ],
        );
        const called = records.flatMap(({ nodes }) => nodes.filter(({ outcome }) => outcome !== 'skipped'));
        assert.ok(called.every(({ attempts }) => attempts.length > 0));
        await store.close();
      });
    }

    test('test_analytics_no_payload_and_no_message_is_kept', async () => {
      const store = new MemoryRunHistoryStore();
      const runtime = new Runtime({ analytics: { store } });
      await executeRuntime(runtime, branching, {
        parameters: { isLarge: { total: 987_654_321_012, note: 'private' } },
      });
      await thrownBy(() => executeRuntime(runtime, failing));
      const kept = JSON.stringify(await runtime.getRunHistory());
      for (const text of ['987654321012', 'private', 'visa-4111', 'large"]'])
        assert.ok(!kept.includes(text), text);
      assert.ok(kept.includes('RangeError'));
    });

    test('test_analytics_what_is_taken_from_checkpoints_counts_as_reused', async () => {
      const store = new MemoryRunHistoryStore();
      const runtime = new Runtime({
        ...oneAtATime,
        analytics: { store },
        durability: { store: new MemoryCheckpointStore() },
      });
      const mended = new WorkflowBuilder('mended')
        .addNode('FunctionNode', 'pay', gives(1))
        .addNode('FunctionNode', 'ship', failsFirst(1, 'shipped'))
        .addConnection('pay', 'result', 'ship', 'paid')
        .build();
      await thrownBy(() => executeRuntime(runtime, mended, { idempotencyKey: 'order-7' }));
      await runtime.resume(runtime.lastRunId ?? '', mended);
      await executeRuntime(runtime, mended, { idempotencyKey: 'order-7' });
      const records = await runtime.getRunHistory();
      assert.deepEqual(records.toReversed().map(shortRecord), [
        ['mended new failed', 'pay completed', 'ship failed'],
        ['mended resumed completed', 'pay reused', 'ship completed'],
        ['mended answered completed', 'pay reused', 'ship reused'],
      ]);
      assert.equal(new Set(records.map(({ runId }) => runId)).size, 1);
      const { reuse, runs } = await runtime.getExecutionAnalytics();
      assert.deepEqual(reuse, {
        resumedRuns: 1,
        answeredRuns: 1,
        reusedNodes: 3,
        executedNodes: 3,
        rate: 0.5,
      });
      assert.equal(runs.durations.count, 2);
    });
  });
});
