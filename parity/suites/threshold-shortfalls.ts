import type { Side } from '../report-model.ts';
import type {
  AreaBranches,
  AreaCounts,
  Coverage,
  MemberCoverage,
  MemberCoverages,
  Share,
  Thresholds,
} from '../test-model.ts';
import { percentOf, pointsApart, sumOfAreas, testRatio, testsPerSide } from '../test-shares.ts';
import type { Shortfall } from '../test-shortfall.ts';

const coverageLow = (
  area: string | null,
  side: Side,
  branches: Share,
  minimum: number,
): readonly Shortfall[] => {
  const percent = percentOf(branches);
  return percent === null || percent >= minimum
    ? []
    : [{ kind: 'coverage-low', area, side, metric: 'branches', percent, minimum }];
};

// Lines and functions are no measure of difference: V8 counts types and comments as covered lines, and a side may have helpers of its own.
const coverageApart = (
  area: string | null,
  { sync, async }: AreaBranches,
  maximum: number,
): readonly Shortfall[] => {
  const points = pointsApart(sync, async);
  if (points === null || points <= maximum) return [];
  return [
    {
      kind: 'coverage-apart',
      area,
      metric: 'branches',
      sync: percentOf(sync) ?? 0,
      async: percentOf(async) ?? 0,
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

const branchesApart = (
  area: string | null,
  branches: AreaBranches,
  { coverage, difference }: Thresholds,
): readonly Shortfall[] => [
  ...coverageLow(area, 'sync', branches.sync, coverage),
  ...coverageLow(area, 'async', branches.async, coverage),
  ...coverageApart(area, branches, difference),
];

/** Which thresholds the sides do not meet: coverage of branches and number of tests in all and in each area, coverage of each member. */
export const thresholdShortfalls = (
  { sync, async }: Readonly<Record<Side, Coverage>>,
  members: readonly MemberCoverages[],
  areas: readonly AreaCounts[],
  thresholds: Thresholds,
): readonly Shortfall[] => [
  ...branchesApart(null, { sync: sync.branches, async: async.branches }, thresholds),
  ...areas.flatMap(({ area, branches }) =>
    branches === null ? [] : branchesApart(area, branches, thresholds),
  ),
  ...members.flatMap((each) => memberApart(each, thresholds.difference)),
  ...testsApart(sumOfAreas(areas), null, thresholds.testRatio),
  ...areas.flatMap((each) => testsApart(each, each.area, thresholds.testRatio)),
];
