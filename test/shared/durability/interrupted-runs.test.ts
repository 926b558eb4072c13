import { describe } from 'node:test';
import { assertGoesOnAnywhere } from './assert-goes-on-anywhere.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

describe('TestInterruptedRuns', () => {
  forEachSide(kits, ({ Runtime, MemoryStore, oneAtATime }, test) => {
    for (const seed of SEEDS) {
      test(`test_a_run_goes_on_wherever_it_stopped_${seed}`, async () => {
        await assertGoesOnAnywhere(seed, {
          begins: (options) => new Runtime({ ...options, ...oneAtATime }),
          goesOn: (options) => new Runtime({ ...options, ...oneAtATime }),
          storeToBegin: (memory) => new MemoryStore(memory),
          storeToGoOn: (memory) => new MemoryStore(memory),
        });
      });
    }
  });
});
