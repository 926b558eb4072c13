import type {
  HistoryRecord,
  RecordedAllowance,
  RecordedFinding,
  RecordedPair,
  RecordedShortfall,
  RecordedTests,
} from './history-record.ts';
import type { MemberCounts, Side } from './report-model.ts';
import type { MeasuredAt } from './test-measurement.ts';
import type { AreaCounts, Coverage, MemberCoverages, Share, Thresholds } from './test-model.ts';
import { percentOf, pointsApart, sumOfAreas, testGap, testRatio } from './test-shares.ts';

/** One side of a pair, as people name it. */
export interface SideName {
  /** The export, such as `LocalRuntime`. */
  readonly name: string;
  /** `module#Export`. */
  readonly source: string;
}

/** The coverage of both sides by one metric, in percent, and their distance in points; `null` where nothing was measured. */
export interface CoverageStanding {
  readonly sync: number | null;
  readonly async: number | null;
  readonly apart: number | null;
}

/** A feature area with its gap in percent: how much the side with fewer tests lacks. */
export interface AreaStanding extends Omit<AreaCounts, 'branches'> {
  readonly gap: number | null;
  /** `null` where the area names no sources. */
  readonly branches: CoverageStanding | null;
}

/** How a pair is tested. */
export interface TestStanding {
  readonly ok: boolean;
  readonly thresholds: Thresholds;
  readonly coverage: Readonly<Record<keyof Coverage, CoverageStanding>>;
  readonly passed: Readonly<Record<Side, number>>;
  readonly failed: Readonly<Record<Side, number>>;
  readonly areas: readonly AreaStanding[];
  readonly total: AreaStanding;
  /** In the order of the contract. */
  readonly members: readonly MemberCoverages[];
  /** From 0 to 1; `null` without tests. */
  readonly ratio: number | null;
  readonly shortfalls: readonly RecordedShortfall[];
}

/** Where a pair stands: what `report`, `audit` and `dashboard` show of it. */
export interface PairStanding {
  readonly name: string;
  readonly sync: SideName;
  readonly async: SideName;
  readonly members: MemberCounts;
  readonly findings: readonly RecordedFinding[];
  readonly allowed: readonly RecordedAllowance[];
  /** `null` when its tests were not measured. */
  readonly tests: TestStanding | null;
}

/** Where all pairs stand at one moment. */
export interface Standing extends MeasuredAt {
  readonly ok: boolean;
  readonly testsMeasured: MeasuredAt | null;
  readonly pairs: readonly PairStanding[];
}

const sideName = (source: string): SideName => ({ source, name: source.split('#').at(-1) ?? source });

const shareStanding = ({ sync, async }: Readonly<Record<Side, Share>>): CoverageStanding => ({
  sync: percentOf(sync),
  async: percentOf(async),
  apart: pointsApart(sync, async),
});

const areaStanding = (counts: AreaCounts): AreaStanding => ({
  ...counts,
  gap: testGap(counts),
  branches: counts.branches === null ? null : shareStanding(counts.branches),
});

const coverageStanding = (
  { sync, async }: Readonly<Record<Side, Coverage>>,
  metric: keyof Coverage,
): CoverageStanding => shareStanding({ sync: sync[metric], async: async[metric] });

const testStanding = (tests: RecordedTests): TestStanding => {
  const total = sumOfAreas(tests.areas);
  return {
    ok: tests.ok,
    thresholds: tests.thresholds,
    coverage: {
      branches: coverageStanding(tests.coverage, 'branches'),
      functions: coverageStanding(tests.coverage, 'functions'),
      lines: coverageStanding(tests.coverage, 'lines'),
    },
    passed: tests.passed,
    failed: tests.failed,
    areas: tests.areas.map(areaStanding),
    total: areaStanding(total),
    members: tests.members,
    ratio: testRatio(total),
    shortfalls: tests.shortfalls,
  };
};

/** Where a pair stood when its record was written. */
export const pairStanding = (pair: RecordedPair): PairStanding => ({
  name: pair.name,
  sync: sideName(pair.sync),
  async: sideName(pair.async),
  members: pair.members,
  findings: pair.findings,
  allowed: pair.allowed,
  tests: pair.tests === null ? null : testStanding(pair.tests),
});

/** Where all pairs stood when a record was written. */
export const standingOf = (record: HistoryRecord): Standing => ({
  date: record.date,
  commit: record.commit,
  branch: record.branch,
  ok: record.ok,
  testsMeasured: record.testsMeasured,
  pairs: record.pairs.map(pairStanding),
});
