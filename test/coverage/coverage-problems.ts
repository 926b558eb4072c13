import type { Share, SideMeasure } from './measure-side.ts';

/** The thresholds of the strategy: percent of branches and lines a side, percentage points, a ratio. */
export const LIMITS = { minimum: 85, difference: 5, testRatio: 0.8 };

const METRICS = ['branches', 'lines'] as const;

/** Whether a test speaks of conditional execution, by its name or its file's. */
export const isConditional = ({ name, file }: { readonly name: string; readonly file: string }): boolean =>
  name.includes('conditional') || file.includes('conditional');

/** What keeps two sides from counting as equally covered; empty when nothing does. */
export const coverageProblems = (sync: SideMeasure, async: SideMeasure): readonly string[] => {
  const empty = [sync, async].filter((measure) => METRICS.some((metric) => measure[metric].total === 0));
  // Where nothing was measured every other sentence would mislead.
  if (empty.length > 0) return empty.map(({ side }) => `The ${side} side: nothing of src/ was measured.`);
  return [
    ...[sync, async].flatMap((measure) =>
      METRICS.flatMap((metric) => tooLow(measure.side, metric, measure[metric])),
    ),
    ...tooFarApart(sync, async),
  ];
};

/** What keeps two sides from counting as equally tested, over all and in conditional execution; empty when nothing does. */
export const countProblems = (sync: SideMeasure, async: SideMeasure): readonly string[] => [
  ...tooFew('All tests', sync.tests.length, async.tests.length),
  ...tooFew(
    'Conditional execution',
    sync.tests.filter(isConditional).length,
    async.tests.filter(isConditional).length,
  ),
];

const tooLow = (side: string, metric: string, { percent }: Share): readonly string[] =>
  percent >= LIMITS.minimum
    ? []
    : [
        `The ${side} side covers ${percent.toFixed(1)} % of ${metric}: at least ${LIMITS.minimum} % are needed.`,
      ];

// Lines are no measure of difference: types and comments count as covered lines, so that two equal classes can differ.
const tooFarApart = (sync: SideMeasure, async: SideMeasure): readonly string[] => {
  const points = Math.abs(sync.branches.percent - async.branches.percent);
  return points <= LIMITS.difference
    ? []
    : [
        `The sides differ by ${points.toFixed(1)} points of branches: at most ${LIMITS.difference} are allowed.`,
      ];
};

const tooFew = (area: string, sync: number, async: number): readonly string[] => {
  if (sync === 0 || async === 0)
    return [`${area}: ${sync} sync and ${async} async tests: each side needs some.`];
  const ratio = Math.min(sync, async) / Math.max(sync, async);
  return ratio >= LIMITS.testRatio
    ? []
    : [
        `${area}: ${sync} sync and ${async} async tests, a ratio of ${ratio.toFixed(2)}: at least ${LIMITS.testRatio} is needed.`,
      ];
};
