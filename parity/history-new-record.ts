import { findingIds } from './history-finding-ids.ts';
import type { HistoryRecord, RecordedPair, RecordedTests } from './history-record.ts';
import type { PairReport, Report } from './report-model.ts';
import type { MeasuredAt, TestMeasurement } from './test-measurement.ts';
import type { PairTests, Thresholds } from './test-model.ts';
import { shortfallText } from './test-shortfall-text.ts';

const recordedTests = (tests: PairTests, thresholds: Thresholds): RecordedTests => {
  const { sync, async } = tests.sides;
  return {
    ok: tests.shortfalls.length === 0,
    thresholds,
    coverage: { sync: sync.coverage, async: async.coverage },
    passed: { sync: sync.passed, async: async.passed },
    failed: { sync: sync.failed, async: async.failed },
    areas: tests.areas,
    members: tests.members,
    shortfalls: tests.shortfalls.map((each) => ({ kind: each.kind, message: shortfallText(each) })),
  };
};

const recordedPair = (pair: PairReport, measurement: TestMeasurement | null): RecordedPair => {
  const ids = findingIds(pair.name, pair.findings);
  const identified = pair.findings.map((finding, index) => ({ finding, id: ids[index] ?? '' }));
  const tests = measurement?.report.pairs.find(({ name }) => name === pair.name);
  return {
    name: pair.name,
    sync: pair.sync,
    async: pair.async,
    members: pair.members,
    findings: identified.flatMap(({ id, finding: { check, member, side, message, allowed } }) =>
      allowed === null ? [{ id, check, member, side, message }] : [],
    ),
    allowed: identified.flatMap(({ id, finding: { check, member, side, allowed } }) =>
      allowed === null
        ? []
        : [{ id, check, member, side, reason: allowed.reason, expires: allowed.expires ?? null }],
    ),
    tests: tests && measurement ? recordedTests(tests, measurement.report.thresholds) : null,
  };
};

/** Where the pairs of a check stand, with what their measured tests gave, as a record for the history. */
export const newRecord = (
  kind: HistoryRecord['kind'],
  at: MeasuredAt,
  check: Report,
  measurement: TestMeasurement | null,
): HistoryRecord => {
  const pairs = check.pairs.map((pair) => recordedPair(pair, measurement));
  return {
    version: 1,
    date: at.date,
    commit: at.commit,
    branch: at.branch,
    kind,
    ok: check.ok && pairs.every(({ tests }) => tests?.ok ?? true),
    testsMeasured:
      measurement === null
        ? null
        : { date: measurement.date, commit: measurement.commit, branch: measurement.branch },
    pairs,
  };
};
