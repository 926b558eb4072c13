import { type IntervalHistogram, monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { EventLoopMetrics } from '../../types/monitoring.ts';

const RESOLUTION_MS = 20;

/** Watches the event loop of the thread until it is told to stop; it keeps no program alive. */
export class EventLoopWatch {
  readonly #start = performance.eventLoopUtilization();
  readonly #delays: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.#delays.enable();
  }

  stop(): undefined {
    this.#delays.disable();
  }

  snapshot(): EventLoopMetrics {
    const delays = this.#delays;
    // Before the first look there is no mean, and the histogram counts a turn by the time between two looks.
    const late = (nanoseconds: number): number =>
      Number.isNaN(delays.mean) ? 0 : Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    return Object.freeze({
      utilization: performance.eventLoopUtilization(this.#start).utilization,
      delayMs: Object.freeze({
        mean: late(delays.mean),
        p99: late(delays.percentile(99)),
        max: late(delays.max),
      }),
    });
  }
}
