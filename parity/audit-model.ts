import { type AuditAnswer, auditAnswers } from './audit-checks.ts';
import { type Trend, trends } from './audit-trend.ts';
import { type Aged, withAges } from './history-ages.ts';
import { ofBranch } from './history-branch.ts';
import type { HistoryRecord, RecordedAllowance, RecordedFinding } from './history-record.ts';
import { recommendations } from './report-recommendations.ts';
import { type PairStanding, type SideName, standingOf } from './report-standing.ts';
import type { MeasuredAt } from './test-measurement.ts';

/** The audit of one pair. */
export interface PairAudit {
  readonly name: string;
  readonly sync: SideName;
  readonly async: SideName;
  readonly passed: boolean;
  readonly answers: readonly AuditAnswer[];
  readonly trends: readonly Trend[];
  /** The oldest first. */
  readonly findings: readonly (RecordedFinding & Aged)[];
  readonly allowed: readonly (RecordedAllowance & Aged)[];
  readonly tests: PairStanding['tests'];
}

/** The outcome of `lockstep audit`. */
export interface Audit extends MeasuredAt {
  readonly version: 1;
  /** Whether every question was answered with yes, for every pair. */
  readonly ok: boolean;
  readonly testsMeasured: MeasuredAt | null;
  /** The audit that the trends look back to; `null` for the first one. */
  readonly previous: MeasuredAt | null;
  readonly pairs: readonly PairAudit[];
  readonly recommendations: readonly string[];
}

/** Judges a record that was just taken, against the last audit of its branch among earlier records. */
export const auditOf = (record: HistoryRecord, earlier: readonly HistoryRecord[]): Audit => {
  const records = [...ofBranch(earlier, record.branch), record];
  const standing = standingOf(record);
  const last = records.slice(0, -1).findLast(({ kind }) => kind === 'audit') ?? null;
  const before = last === null ? [] : standingOf(last).pairs;
  const pairs = standing.pairs.map((pair): PairAudit => {
    const answers = auditAnswers(pair);
    return {
      name: pair.name,
      sync: pair.sync,
      async: pair.async,
      passed: answers.every(({ passed }) => passed),
      answers,
      trends: trends(
        pair,
        before.find(({ name }) => name === pair.name),
      ),
      findings: withAges(records, pair.name, 'findings', pair.findings),
      allowed: withAges(records, pair.name, 'allowed', pair.allowed),
      tests: pair.tests,
    };
  });
  const { date, commit, branch, testsMeasured } = standing;
  return {
    version: 1,
    date,
    commit,
    branch,
    ok: pairs.length > 0 && pairs.every(({ passed }) => passed),
    testsMeasured,
    previous: last === null ? null : { date: last.date, commit: last.commit, branch: last.branch },
    pairs,
    recommendations: recommendations(standing),
  };
};
