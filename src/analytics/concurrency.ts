import type { RunProfile, RunRecord } from '../../types/run-history.ts';
import { microseconds } from './microseconds.ts';

/** How many of the run's own nodes were under way at each moment; those inside of a sub-workflow or a loop have their own limit. */
export const concurrencyOf = ({
  nodes,
  durationMs,
  maxConcurrency,
}: RunRecord): RunProfile['concurrency'] => {
  const changes = new Map<number, number>();
  const change = (atMs: number, by: number): undefined => {
    changes.set(atMs, (changes.get(atMs) ?? 0) + by);
  };
  change(0, 0);
  for (const { parent, outcome, startMs, endMs } of nodes) {
    if (parent !== undefined || outcome === 'skipped' || outcome === 'reused') continue;
    change(startMs, 1);
    change(endMs, -1);
  }
  let inFlight = 0;
  let weighted = 0;
  let max = 0;
  const moments = [...changes].toSorted(([one], [other]) => one - other);
  const timeline = moments.map(([atMs, by], index) => {
    inFlight += by;
    max = Math.max(max, inFlight);
    weighted += inFlight * ((moments[index + 1]?.[0] ?? durationMs) - atMs);
    return { atMs, inFlight };
  });
  const mean = durationMs === 0 ? 0 : weighted / durationMs;
  const utilisation = microseconds(mean / maxConcurrency);
  return { limit: maxConcurrency, max, mean: microseconds(mean), utilisation, timeline };
};
