import type { RunCounts } from '../../types/monitoring.ts';
import type { LimitedResource } from '../../types/resource-limits.ts';
import { DurationRecorder } from './duration-recorder.ts';
import { NodeTally } from './node-tally.ts';

/** Counts of runs that only grow. */
export type RunTotals = Omit<RunCounts, 'inFlight' | 'queued'>;

/** How a run can end. */
export type RunEnding = 'completed' | 'partial' | 'failed' | 'cancelled' | 'denied';

/** What the runs of a runtime have come to. */
export class RunTallies {
  readonly totals: { -readonly [Name in keyof RunTotals]: number } = {
    started: 0,
    resumed: 0,
    completed: 0,
    partial: 0,
    failed: 0,
    cancelled: 0,
    denied: 0,
  };
  inFlight = 0;
  /** Refusals by a limit of the runtime. */
  readonly limits: Record<LimitedResource, number> = { workflows: 0, connections: 0, memory: 0, cpu: 0 };
  readonly runs = new DurationRecorder();
  readonly nodes = new DurationRecorder();
  readonly #byType = new Map<string, NodeTally>();

  /** By node type, in the order of their first use. */
  get types(): ReadonlyMap<string, NodeTally> {
    return this.#byType;
  }

  /** The tally of a node type. */
  of(nodeType: string): NodeTally {
    const known = this.#byType.get(nodeType);
    if (known !== undefined) return known;
    const tally = new NodeTally();
    this.#byType.set(nodeType, tally);
    return tally;
  }
}
