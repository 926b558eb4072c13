import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AsyncLocalRuntime,
  AsyncMemoryCheckpointStore,
  LocalRuntime,
  MemoryCheckpointStore,
} from '../../../src/index.ts';
import { assertGoesOnAnywhere, type Relay } from '../../shared/durability/assert-goes-on-anywhere.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 101);

const blocking: Pick<Relay, 'begins' | 'storeToBegin'> = {
  begins: (options) => new LocalRuntime(options),
  storeToBegin: (memory) => new MemoryCheckpointStore(memory),
};

const concurrent: Pick<Relay, 'begins' | 'storeToBegin'> = {
  begins: (options) => new AsyncLocalRuntime({ ...options, maxConcurrency: 1 }),
  storeToBegin: (memory) => new AsyncMemoryCheckpointStore(memory),
};

const relay = (from: typeof blocking, to: typeof blocking): Relay => ({
  ...from,
  goesOn: to.begins,
  storeToGoOn: to.storeToBegin,
});

describe('TestResumeAcrossSides', () => {
  for (const seed of SEEDS) {
    test(`test_begun_on_the_sync_side_${seed}`, () =>
      assertGoesOnAnywhere(seed, relay(blocking, concurrent)));
    test(`test_begun_on_the_async_side_${seed}`, () =>
      assertGoesOnAnywhere(seed, relay(concurrent, blocking)));
  }

  test('test_a_store_that_forgets_is_noticed', async () => {
    const forgetful: Relay = {
      ...relay(blocking, blocking),
      storeToGoOn: (memory) => {
        const store = new MemoryCheckpointStore(memory);
        store.readRecords = (runId) => (memory.records.get(runId) ?? []).slice(0, -2);
        return store;
      },
    };
    await assert.rejects(assertGoesOnAnywhere(101, forgetful), /^AssertionError/);
  });
});
