import { type Kit, forEachSide as runOnEachSide, type SideTest } from '../../../parity/testing/index.ts';

/** What every run makes anew: its id, who runs it, and when. */
const DIFFERING = ['runId', 'lastRunId', 'owner', 'leaseUntil', 'startedAt', 'endedAt'];

/** Runs a suite on durability on each side, by the public harness. */
export const forEachSide = <K extends Kit>(
  kits: readonly K[],
  suite: (kit: K, test: SideTest) => undefined,
): undefined => runOnEachSide(kits, suite, { differing: DIFFERING });
