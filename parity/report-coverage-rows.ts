import { percent, points } from './report-numbers.ts';
import type { CoverageStanding, TestStanding } from './report-standing.ts';
import type { Thresholds } from './test-model.ts';

/** The coverage of both sides by one metric, as the row of a table. */
export interface CoverageRow {
  readonly title: string;
  readonly sync: string;
  readonly async: string;
  readonly apart: string;
  readonly required: string;
  /** Whether the thresholds are met; `null` for a metric that is shown beside and held to none. */
  readonly ok: boolean | null;
}

/** Why lines are shown and not held to a threshold of difference. */
export const COVERAGE_NOTE =
  'The gate is on branches. Lines are shown beside: V8 counts types and comments as covered lines, so that two equal classes can differ by 6 points of lines.';

const row = (
  title: string,
  { sync, async, apart }: CoverageStanding,
): Omit<CoverageRow, 'required' | 'ok'> => ({
  title,
  sync: percent(sync),
  async: percent(async),
  apart: points(apart),
});

const beside = (title: string, standing: CoverageStanding): CoverageRow => ({
  ...row(title, standing),
  required: 'shown beside',
  ok: null,
});

/** Branches are held to the thresholds: the least coverage of a side, and the greatest distance of the two. */
const held = (
  title: string,
  standing: CoverageStanding,
  { coverage, difference }: Thresholds,
): CoverageRow => {
  const enough = (value: number | null): boolean => value !== null && value >= coverage;
  return {
    ...row(title, standing),
    required: `${coverage} % a side, ${difference} points apart`,
    ok: enough(standing.sync) && enough(standing.async) && (standing.apart ?? Infinity) <= difference,
  };
};

/** The rows of a coverage table: branches, which are held to the thresholds, in all and by area, then functions and lines. */
export const coverageRows = ({ coverage, areas, thresholds }: TestStanding): readonly CoverageRow[] => [
  held('Branch coverage', coverage.branches, thresholds),
  ...areas.flatMap(({ area, branches }) =>
    branches === null ? [] : [held(`Branches of ${area}`, branches, thresholds)],
  ),
  beside('Function coverage', coverage.functions),
  beside('Line coverage', coverage.lines),
];
