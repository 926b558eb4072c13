import { percent, points } from './report-numbers.ts';
import type { TestStanding } from './report-standing.ts';

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

/** The rows of a coverage table: branches, which are held to the thresholds, then functions and lines. */
export const coverageRows = ({ coverage, thresholds }: TestStanding): readonly CoverageRow[] => {
  const { branches } = coverage;
  const enough = (value: number | null): boolean => value !== null && value >= thresholds.coverage;
  const met =
    enough(branches.sync) && enough(branches.async) && (branches.apart ?? Infinity) <= thresholds.difference;
  const row = (
    title: string,
    metric: keyof TestStanding['coverage'],
    required: string,
    ok: boolean | null,
  ): CoverageRow => ({
    title,
    sync: percent(coverage[metric].sync),
    async: percent(coverage[metric].async),
    apart: points(coverage[metric].apart),
    required,
    ok,
  });
  return [
    row(
      'Branch coverage',
      'branches',
      `${thresholds.coverage} % a side, ${thresholds.difference} points apart`,
      met,
    ),
    row('Function coverage', 'functions', 'shown beside', null),
    row('Line coverage', 'lines', 'shown beside', null),
  ];
};
