import { type Kit, forEachSide as runOnEachSide, type SideTest } from '../../../parity/testing/index.ts';

/** What no two runs have alike: ids, times, and what the process uses. */
const DIFFERING = [
  'runId',
  'lastRunId',
  'retryAfterMs',
  'sumMs',
  'buckets',
  'uptimeMs',
  'memory',
  'eventLoop',
];

/** Runs a suite on monitoring on each runtime. */
export const forEachSide = <K extends Kit>(
  kits: readonly K[],
  suite: (kit: K, test: SideTest) => undefined,
): undefined => runOnEachSide(kits, suite, { differing: DIFFERING });
