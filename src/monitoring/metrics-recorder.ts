import type { RefusalCounts, RuntimeMetrics } from '../../types/monitoring.ts';
import { countedRun } from './counted-run.ts';
import { EventLoopWatch } from './event-loop-watch.ts';
import { memoryMetrics } from './memory-metrics.ts';
import { sumOf } from './node-tally.ts';
import type { RunFollower, RunObserver } from './run-observer.ts';
import { RunTallies } from './run-tallies.ts';

/** What a runtime knows besides what its runs tell. */
export interface RuntimeCounts {
  readonly queued: number;
  readonly circuitBreakerTrips: number;
  readonly refusals: Omit<RefusalCounts, 'resourceLimits'>;
}

/** Counts what the runs of a runtime tell. */
export class MetricsRecorder implements RunObserver {
  readonly #startedAt = performance.now();
  readonly #loop = new EventLoopWatch();
  readonly #tallies = new RunTallies();

  follow = (): RunFollower => countedRun(this.#tallies);

  /** What it has counted so far, with what only the runtime knows; frozen. */
  snapshot({ queued, circuitBreakerTrips, refusals }: RuntimeCounts): RuntimeMetrics {
    const { totals, inFlight, limits, runs, nodes, types } = this.#tallies;
    const byType = [...types].map(([type, tally]) => [type, tally.snapshot()] as const);
    return Object.freeze({
      runs: Object.freeze({ ...totals, inFlight, queued }),
      nodes: sumOf(types.values()),
      nodeTypes: Object.freeze(Object.fromEntries(byType)),
      runDurations: runs.snapshot(),
      nodeDurations: nodes.snapshot(),
      circuitBreakerTrips,
      refusals: Object.freeze({ ...refusals, resourceLimits: Object.freeze({ ...limits }) }),
      uptimeMs: performance.now() - this.#startedAt,
      memory: memoryMetrics(),
      eventLoop: this.#loop.snapshot(),
    });
  }

  /** Watches the event loop no more. */
  close(): undefined {
    this.#loop.stop();
  }
}
