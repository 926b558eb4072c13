import { type Kit, forEachSide as runOnEachSide, type SideTest } from '../../../parity/testing/index.ts';

/** What each entry of a log has of its own. */
const DIFFERING = ['runId', 'lastRunId', 'time', 'previous', 'hash'];

/** Runs a suite on audit logs on each runtime. */
export const forEachSide = <K extends Kit>(
  kits: readonly K[],
  suite: (kit: K, test: SideTest) => undefined,
): undefined => runOnEachSide(kits, suite, { differing: DIFFERING });
