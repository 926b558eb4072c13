import type { Area } from '../config.ts';
import type { Pair, Side } from '../report-model.ts';
import type { PairTests, SideTests, Thresholds } from '../test-model.ts';
import type { Shortfall } from '../test-shortfall.ts';
import { countAreas } from './count-areas.ts';
import { coverageOf } from './coverage-of.ts';
import { memberCoverages } from './member-coverage.ts';
import type { PairFunctions } from './pair-functions.ts';
import { type CountedRun, runShortfalls } from './run-shortfalls.ts';
import type { MeasuredRun } from './run-side.ts';
import { sideTests } from './side-tests.ts';
import { thresholdShortfalls } from './threshold-shortfalls.ts';

/** What a pair's tests are judged by. */
export interface Measure {
  readonly areas: readonly Area[];
  readonly thresholds: Thresholds;
  readonly timeoutMs: number;
  /** The files that run on both sides. */
  readonly shared: ReadonlySet<string>;
  readonly members: readonly PairFunctions[];
}

const sideOutcome = ({ tests, run }: CountedRun): SideTests => ({
  passed: tests.filter(({ passed, skipped }) => passed && !skipped).length,
  failed: tests.filter(({ passed }) => !passed).length,
  skipped: tests.filter(({ skipped }) => skipped).length,
  coverage: coverageOf(run.covered),
});

const notLoaded = (runs: Readonly<Record<Side, MeasuredRun>>): readonly Shortfall[] =>
  (['sync', 'async'] as const).flatMap((side) => {
    const cause = runs[side].loadFault;
    return cause === null ? [] : [{ kind: 'side-not-loaded', side, cause }];
  });

/** Judges what running the tests of both sides of a pair gave. */
export const measurePair = (
  pair: Pair,
  runs: Readonly<Record<Side, MeasuredRun>>,
  { areas, thresholds, timeoutMs, shared, members }: Measure,
): PairTests => {
  const counted = (side: Side): CountedRun => ({
    side,
    run: runs[side],
    tests: sideTests(runs[side], side, shared),
  });
  const [sync, async] = [counted('sync'), counted('async')];
  const areaCounts = countAreas(areas, sync, async);
  const covered = memberCoverages(members, sync.run.covered, async.run.covered);
  const sides = { sync: sideOutcome(sync), async: sideOutcome(async) };
  const unloaded = notLoaded(runs);
  const coverage = { sync: sides.sync.coverage, async: sides.async.coverage };
  const noMember: readonly Shortfall[] = (['sync', 'async'] as const)
    .filter((side) => covered.every((each) => each[side] === null))
    .map((side) => ({ kind: 'nothing-measured', side, what: 'member' }));
  return {
    name: pair.name,
    sync: pair.sync,
    async: pair.async,
    sides,
    areas: areaCounts,
    members: covered,
    // Where a side did not load, every other sentence would mislead.
    shortfalls:
      unloaded.length > 0
        ? unloaded
        : [
            ...runShortfalls(sync, async, areas, timeoutMs),
            ...noMember,
            ...thresholdShortfalls(coverage, covered, areaCounts, thresholds),
          ],
  };
};
