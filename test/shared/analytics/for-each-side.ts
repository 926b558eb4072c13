import { type Kit, forEachSide as runOnEachSide, type SideTest } from '../../../parity/testing/index.ts';

/** What each record has of its own: ids, moments and durations, and the limit that only one side has. */
const DIFFERING = [
  'id',
  'runId',
  'lastRunId',
  'maxConcurrency',
  'startedAt',
  'startMs',
  'endMs',
  'durationMs',
  'durations',
  'firstStartedAt',
  'lastStartedAt',
  'critical',
  'profile',
];

/** Runs a suite on analytics on each runtime. */
export const forEachSide = <K extends Kit>(
  kits: readonly K[],
  suite: (kit: K, test: SideTest) => undefined,
): undefined => runOnEachSide(kits, suite, { differing: DIFFERING });
