import type { IntervalHistogram } from 'node:perf_hooks';
import type { RunProfile, RunRecord } from '../../types/run-history.ts';
import { concurrencyOf } from './concurrency.ts';
import { eventLoopDelay, measureEventLoopDelay } from './event-loop-delay.ts';
import { waitsOf } from './waits.ts';

/** Profiles one run: what its record tells of concurrency and waits, and the delay of the event loop meanwhile. */
export class RunProfiler {
  #loop: IntervalHistogram | undefined = undefined;

  begin(): undefined {
    this.#loop = measureEventLoopDelay();
  }

  end(record: RunRecord): RunProfile {
    return {
      concurrency: concurrencyOf(record),
      waits: waitsOf(record),
      eventLoopDelay: this.#loop === undefined ? null : eventLoopDelay(this.#loop),
    };
  }
}
