import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AsyncLocalRuntime,
  AsyncMemoryCheckpointStore,
  CheckpointMemory,
  LocalRuntime,
  MemoryCheckpointStore,
} from '../../../src/index.ts';
import { diamond, newWorld } from '../../shared/durability/failing-diamond.ts';

const sides = {
  sync: (memory: CheckpointMemory) =>
    new LocalRuntime({ onError: 'continue', durability: { store: new MemoryCheckpointStore(memory) } }),
  async: (memory: CheckpointMemory) =>
    new AsyncLocalRuntime({
      onError: 'continue',
      maxConcurrency: 1,
      durability: { store: new AsyncMemoryCheckpointStore(memory) },
    }),
};

describe('TestRetriedOnTheOtherSide', () => {
  for (const [began, other] of [
    ['sync', 'async'],
    ['async', 'sync'],
  ] as const) {
    test(`test_failures_of_a_run_that_began_${began}_are_retried_${other}`, async () => {
      const world = newWorld('right');
      const workflow = diamond(world);
      const memory = new CheckpointMemory();
      const { runId, status } = await sides[began](memory).execute(workflow);
      assert.equal(status, 'partial');
      world.ran.length = 0;
      world.broken.clear();
      const mended = await sides[other](memory).resume(runId, workflow, { retryFailed: true });
      assert.deepEqual([world.ran, mended.status, mended.runId], [['right', 'join'], 'completed', runId]);
      assert.deepEqual(mended.results.join, { from: 'join', given: 'leftEnd' });
    });
  }
});
