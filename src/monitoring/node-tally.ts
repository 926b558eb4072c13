import type { NodeCounts, NodeTypeMetrics } from '../../types/monitoring.ts';
import { DurationRecorder } from './duration-recorder.ts';

/** Counts the nodes of one type. */
export class NodeTally {
  started = 0;
  completed = 0;
  failed = 0;
  skipped = 0;
  retried = 0;
  readonly durations = new DurationRecorder();

  /** What it has counted so far, frozen. */
  snapshot(): NodeTypeMetrics {
    return Object.freeze({ ...countsOf(this), durations: this.durations.snapshot() });
  }
}

/** The counts of several tallies together, frozen. */
export const sumOf = (tallies: Iterable<NodeTally>): NodeCounts => {
  const sum = { started: 0, completed: 0, failed: 0, skipped: 0, retried: 0 };
  for (const tally of tallies) {
    sum.started += tally.started;
    sum.completed += tally.completed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
    sum.retried += tally.retried;
  }
  return Object.freeze(sum);
};

const countsOf = ({ started, completed, failed, skipped, retried }: NodeCounts): NodeCounts => ({
  started,
  completed,
  failed,
  skipped,
  retried,
});
