import type { AreaCounts, Share } from './test-model.ts';

/** How much is covered, in percent; `null` when there was nothing to cover, as that is neither 0 nor 100. */
export const percentOf = ({ total, covered }: Share): number | null =>
  total === 0 ? null : (100 * covered) / total;

/** How far two shares are apart, in percentage points; `null` when one has nothing to cover. */
export const pointsApart = (one: Share, other: Share): number | null => {
  const [left, right] = [percentOf(one), percentOf(other)];
  return left === null || right === null ? null : Math.abs(left - right);
};

/** The tests that run on each side: the shared ones and its own. */
export const testsPerSide = ({
  shared,
  sync,
  async,
}: AreaCounts): { readonly sync: number; readonly async: number } => ({
  sync: shared + sync,
  async: shared + async,
});

/** The ratio of the smaller to the greater number of tests, from 0 to 1; `null` when neither side has one. */
export const testRatio = (counts: AreaCounts): number | null => {
  const { sync, async } = testsPerSide(counts);
  return sync + async === 0 ? null : Math.min(sync, async) / Math.max(sync, async);
};

/** How much the smaller side lacks of the greater, in percent, as in the strategy's gap table; `null` without tests. */
export const testGap = (counts: AreaCounts): number | null => {
  const ratio = testRatio(counts);
  return ratio === null ? null : 100 * (1 - ratio);
};

/** The counts of all areas together. */
export const sumOfAreas = (areas: readonly AreaCounts[]): AreaCounts =>
  areas.reduce(
    (sum, each) => ({
      area: sum.area,
      shared: sum.shared + each.shared,
      sync: sum.sync + each.sync,
      async: sum.async + each.async,
      // Sources may belong to several areas, so that their branches do not add up.
      branches: null,
    }),
    { area: 'TOTAL', shared: 0, sync: 0, async: 0, branches: null },
  );
