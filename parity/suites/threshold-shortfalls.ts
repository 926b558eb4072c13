import type { Side } from '../report-model.ts';
import type { AreaCounts, Coverage, MemberCoverage, MemberCoverages, Thresholds } from '../test-model.ts';
import { percentOf, pointsApart, sumOfAreas, testRatio, testsPerSide } from '../test-shares.ts';
import type { Shortfall } from '../test-shortfall.ts';

const coverageLow = (side: Side, { branches }: Coverage, minimum: number): readonly Shortfall[] => {
  const percent = percentOf(branches);
  return percent === null || percent >= minimum
    ? []
    : [{ kind: 'coverage-low', side, metric: 'branches', percent, minimum }];
};

// Lines and functions are no measure of difference: V8 counts types and comments as covered lines, and a side may have helpers of its own.
const coverageApart = (sync: Coverage, async: Coverage, maximum: number): readonly Shortfall[] => {
  const points = pointsApart(sync.branches, async.branches);
  if (points === null || points <= maximum) return [];
  return [
    {
      kind: 'coverage-apart',
      metric: 'branches',
      sync: percentOf(sync.branches) ?? 0,
      async: percentOf(async.branches) ?? 0,
      maximum,
    },
  ];
};

/** In percent of its branches; `null` when never called. */
const memberPercent = ({ called, branches }: MemberCoverage): number | null =>
  called ? (percentOf(branches) ?? 100) : null;

const memberApart = ({ member, sync, async }: MemberCoverages, maximum: number): readonly Shortfall[] => {
  // A member without code on a side, as where it is inherited from a package, has nothing to compare there.
  if (sync === null || async === null) return [];
  const [left, right] = [memberPercent(sync), memberPercent(async)];
  const alike = left === null || right === null ? left === right : Math.abs(left - right) <= maximum;
  return alike ? [] : [{ kind: 'member-apart', member, sync: left, async: right, maximum }];
};

const testsApart = (counts: AreaCounts, area: string | null, minimum: number): readonly Shortfall[] => {
  const ratio = testRatio(counts);
  return ratio === null || ratio >= minimum
    ? []
    : [{ kind: 'tests-apart', area, ...testsPerSide(counts), minimum }];
};

/** Which thresholds the sides do not meet: coverage of branches, of each member, number of tests in all and in each area. */
export const thresholdShortfalls = (
  { sync, async }: Readonly<Record<Side, Coverage>>,
  members: readonly MemberCoverages[],
  areas: readonly AreaCounts[],
  { coverage, difference, testRatio: ratio }: Thresholds,
): readonly Shortfall[] => [
  ...coverageLow('sync', sync, coverage),
  ...coverageLow('async', async, coverage),
  ...coverageApart(sync, async, difference),
  ...members.flatMap((each) => memberApart(each, difference)),
  ...testsApart(sumOfAreas(areas), null, ratio),
  ...areas.flatMap((each) => testsApart(each, each.area, ratio)),
];
