import { type Kit, forEachSide as runOnEachSide, type SideTest } from '../../../parity/testing/index.ts';

/** What every run makes anew: ids, and the moments and durations in what a run tells. */
const DIFFERING = ['runId', 'lastRunId', 'retryAfterMs'];

/** Runs a suite on each runtime, by the public harness. */
export const forEachSide = <K extends Kit>(
  kits: readonly K[],
  suite: (kit: K, test: SideTest) => undefined,
): undefined => runOnEachSide(kits, suite, { differing: DIFFERING });
