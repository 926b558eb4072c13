import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AsyncMemoryCheckpointStore,
  CallColourError,
  CheckpointMemory,
  isInterrupted,
  LocalRuntime,
  MemoryCheckpointStore,
  RunTakenOverError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

const workflow = new WorkflowBuilder()
  .addNode('FunctionNode', 'a', { run: () => 1 })
  .addNode('FunctionNode', 'b', { run: () => 2 })
  .build();

describe('TestLocalDurability', () => {
  test('test_a_store_that_answers_with_promises_is_refused', async () => {
    const runtime = new LocalRuntime({ durability: { store: new AsyncMemoryCheckpointStore() } });
    const error = await thrownBy(() => runtime.execute(workflow));
    assertError(error, CallColourError, "'durability.store.createRun'", 'AsyncLocalRuntime');
  });

  test('test_a_stream_that_is_left_is_interrupted', () => {
    const store = new MemoryCheckpointStore();
    const runtime = new LocalRuntime({ durability: { store } });
    for (const { type } of runtime.stream(workflow)) {
      assert.deepEqual(store.listRuns().filter(isInterrupted), []);
      if (type === 'nodeCompleted') break;
    }
    assert.deepEqual(store.listRuns({ status: 'running' }).map(isInterrupted), [true]);
    assert.deepEqual(runtime.resume(runtime.lastRunId ?? '', workflow).results, {
      a: { result: 1 },
      b: { result: 2 },
    });
  });

  test('test_a_run_that_was_taken_over_keeps_nothing_more', async () => {
    const memory = new CheckpointMemory();
    const store = new MemoryCheckpointStore(memory);
    const thief = new WorkflowBuilder()
      .addNode('FunctionNode', 'a', {
        run: (_, { runId }) => {
          const { owner = null, leaseUntil = 0 } = store.readRun(runId) ?? {};
          const other = { owner: 'another machine/1/x/y', leaseUntil: Number.MAX_SAFE_INTEGER };
          return store.claimRun(runId, { owner, leaseUntil }, other);
        },
      })
      .addNode('FunctionNode', 'b', { run: () => assert.fail('b has run') })
      .build();
    const runtime = new LocalRuntime({ durability: { store }, onError: 'continue' });
    const completed: string[] = [];
    runtime.on('nodeCompleted', ({ nodeId }) => completed.push(nodeId));
    assertError(await thrownBy(() => runtime.execute(thief)), RunTakenOverError, "'leaseMs'");
    assert.deepEqual([completed, store.readRecords(runtime.lastRunId ?? '')], [[], []]);
    assert.equal(store.readRun(runtime.lastRunId ?? '')?.status, 'running');
  });
});
