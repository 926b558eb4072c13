import { type Aged, withAges } from './history-ages.ts';
import { ofBranch } from './history-branch.ts';
import type { History, HistoryFault } from './history-read.ts';
import type { HistoryRecord, RecordedAllowance, RecordedFinding } from './history-record.ts';
import { recommendations } from './report-recommendations.ts';
import { type CoverageStanding, type PairStanding, pairStanding, standingOf } from './report-standing.ts';
import type { MeasuredAt } from './test-measurement.ts';

/** What the charts show of a pair at one record. */
export interface DashboardMoment {
  readonly date: string;
  readonly commit: string | null;
  /** Of branches, in percent; `null` where the tests were not measured. */
  readonly coverage: CoverageStanding | null;
  /** How many tests run on each side, and how many of them on both; `null` where the tests were not measured. */
  readonly tests: { readonly sync: number; readonly async: number; readonly shared: number } | null;
  readonly findings: number;
  readonly allowed: number;
}

/** Where a pair stands now, since when, and how it came there. */
export interface DashboardPair extends PairStanding {
  /** Whether no finding stands and the measured tests have no shortfall. */
  readonly ok: boolean;
  /** The oldest first. */
  readonly findings: readonly (RecordedFinding & Aged)[];
  /** The oldest first. */
  readonly allowed: readonly (RecordedAllowance & Aged)[];
  /** One for each record that has the pair, the oldest first. */
  readonly moments: readonly DashboardMoment[];
}

/** What the dashboard shows, and what `lockstep notify` posts. */
export interface Dashboard extends MeasuredAt {
  readonly version: 1;
  /** The name of the project. */
  readonly project: string;
  readonly ok: boolean;
  readonly testsMeasured: MeasuredAt | null;
  /** How many records of the branch it is made of. */
  readonly runs: number;
  readonly pairs: readonly DashboardPair[];
  readonly nextSteps: readonly string[];
  /** The lines of the history that could not be read. */
  readonly skippedLines: readonly HistoryFault[];
}

const moment = (record: HistoryRecord, name: string): readonly DashboardMoment[] => {
  const pair = record.pairs.find((each) => each.name === name);
  if (pair === undefined) return [];
  const { tests, findings, allowed } = pairStanding(pair);
  return [
    {
      date: record.date,
      commit: record.commit,
      coverage: tests?.coverage.branches ?? null,
      tests:
        tests === null
          ? null
          : {
              sync: tests.total.shared + tests.total.sync,
              async: tests.total.shared + tests.total.async,
              shared: tests.total.shared,
            },
      findings: findings.length,
      allowed: allowed.length,
    },
  ];
};

/**
 * What the dashboard of a history shows: the pairs of the newest record, as of its date, so that the same history always
 * gives the same dashboard. `null` when there is no record of the branch.
 */
export const dashboardOf = (project: string, history: History, branch?: string): Dashboard | null => {
  const records = ofBranch(history.records, branch);
  const newest = records.at(-1);
  if (newest === undefined) return null;
  const standing = standingOf(newest);
  return {
    version: 1,
    project,
    date: standing.date,
    commit: standing.commit,
    branch: standing.branch,
    ok: standing.ok,
    testsMeasured: standing.testsMeasured,
    runs: records.length,
    pairs: standing.pairs.map((pair) => ({
      ...pair,
      ok: pair.findings.length === 0 && (pair.tests?.ok ?? true),
      findings: withAges(records, pair.name, 'findings', pair.findings),
      allowed: withAges(records, pair.name, 'allowed', pair.allowed),
      moments: records.flatMap((record) => moment(record, pair.name)),
    })),
    nextSteps: recommendations(standing),
    skippedLines: history.faults,
  };
};
