import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AsyncLocalRuntime,
  InvalidOptionError,
  LocalRuntime,
  MemoryRunHistoryStore,
  WorkflowBuilder,
  type WorkflowContract,
} from '../../../src/index.ts';
import type { AsyncRuntimeOptions, RunProfile } from '../../../types/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { failsFirst } from '../../shared/runtime/sample-nodes.ts';

/** Nodes side by side that take some milliseconds without holding the thread. */
const wide = (width: number, config: object = {}): WorkflowContract => {
  const builder: WorkflowBuilder = new WorkflowBuilder('wide');
  for (let index = 0; index < width; index++) {
    builder.addNode('FunctionNode', `n${index}`, { run: () => pause(20, index), ...config });
  }
  return builder.build();
};

const profileOf = async (workflow: WorkflowContract, options: AsyncRuntimeOptions): Promise<RunProfile> => {
  const runtime = new AsyncLocalRuntime({
    analytics: { store: new MemoryRunHistoryStore() },
    enableProfiling: true,
    ...options,
  });
  await runtime.execute(workflow);
  return (await runtime.getRunHistory())[0]?.profile ?? assert.fail('no profile');
};

describe('TestAsyncProfiling', () => {
  test('test_concurrency_over_time_is_that_of_the_nodes', async () => {
    const { concurrency } = await profileOf(wide(6), { maxConcurrency: 3 });
    const { limit, max, mean, utilisation, timeline } = concurrency;
    assert.deepEqual([limit, max], [3, 3]);
    assert.ok(mean > 1 && mean <= 3, `mean ${mean}`);
    assert.ok(Math.abs(utilisation - mean / 3) < 0.001);
    assert.equal(timeline[0]?.inFlight, 0);
    assert.equal(timeline.at(-1)?.inFlight, 0);
    assert.ok(timeline.every(({ atMs }, index) => atMs > (timeline[index - 1]?.atMs ?? -1)));
    assert.ok(timeline.some(({ inFlight }) => inFlight === 3));
  });

  test('test_waits_for_a_place_are_those_of_the_nodes_that_had_none', async () => {
    const { waits } = await profileOf(wide(4), { maxConcurrency: 2 });
    const queued = waits.byNode.filter(({ placeMs }) => placeMs >= 15).map(({ nodeId }) => nodeId);
    assert.ok(queued.includes('n2') && queued.includes('n3'), queued.join());
    assert.equal(waits.retryMs, 0);
    assert.ok(waits.placeMs >= 30, `${waits.placeMs}`);
  });

  test('test_waits_for_a_bulkhead_and_between_attempts_are_told_apart', async () => {
    const bulkhead = { name: 'one', maxConcurrent: 1, maxQueue: 5 };
    const held = await profileOf(wide(2, { bulkhead }), {});
    const [longest] = held.waits.byNode;
    assert.equal(longest?.nodeId, 'n1');
    assert.ok(
      (longest?.admissionMs ?? 0) >= 15 && (longest?.admissionMs ?? 0) > (longest?.placeMs ?? 0),
      JSON.stringify(longest),
    );
    const retried = new WorkflowBuilder()
      .addNode('FunctionNode', 'again', { ...failsFirst(1, 'late'), retry: { maxAttempts: 2, delayMs: 30 } })
      .build();
    const { waits } = await profileOf(retried, {});
    assert.ok(waits.retryMs >= 28, `${waits.retryMs}`);
  });

  test('test_the_event_loop_is_late_where_a_node_holds_it', async () => {
    const holding = new WorkflowBuilder()
      .addNode('FunctionNode', 'before', { run: () => pause(40) })
      .addNode('FunctionNode', 'hold', {
        run: () => {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120);
        },
      })
      .addNode('FunctionNode', 'after', { run: () => pause(40) })
      .addConnection('before', 'result', 'hold', 'x')
      .addConnection('hold', 'result', 'after', 'x')
      .build();
    const { eventLoopDelay } = await profileOf(holding, {});
    assert.ok((eventLoopDelay?.maxMs ?? 0) >= 80, JSON.stringify(eventLoopDelay));
    assert.ok((eventLoopDelay?.p50Ms ?? 0) <= (eventLoopDelay?.p99Ms ?? 0));
    assert.ok((eventLoopDelay?.minMs ?? -1) >= 0);
  });

  test('test_without_the_option_there_is_no_profile', async () => {
    const runtime = new AsyncLocalRuntime({ analytics: { store: new MemoryRunHistoryStore() } });
    await runtime.execute(wide(1));
    assert.equal((await runtime.getRunHistory())[0]?.profile, undefined);
  });

  test('test_profiling_that_nothing_keeps_is_refused', async () => {
    const error = await thrownBy(() => new AsyncLocalRuntime({ enableProfiling: true }));
    assertError(error, InvalidOptionError, 'enableProfiling', 'analytics: { store:');
  });

  test('test_the_sync_runtime_has_no_such_option', async () => {
    const options = { analytics: { store: new MemoryRunHistoryStore() }, enableProfiling: true } as object;
    assertError(await thrownBy(() => new LocalRuntime(options)), InvalidOptionError, 'enableProfiling');
  });
});
