import type { MemberCounts, Side } from './report-model.ts';
import type { MeasuredAt } from './test-measurement.ts';
import type { AreaCounts, Coverage, MemberCoverages, Thresholds } from './test-model.ts';
import type { Shortfall } from './test-shortfall.ts';

/** A finding that stood when the record was written. */
export interface RecordedFinding {
  /** The same in every record for the same finding, whatever lines moved; see `findingIds`. */
  readonly id: string;
  readonly check: string;
  /** The shared name of the member; `''` for the pair as a whole. */
  readonly member: string;
  /** The side that has to change. */
  readonly side: Side;
  readonly message: string;
}

/** A finding that the allowlist covered when the record was written. */
export interface RecordedAllowance extends Omit<RecordedFinding, 'message'> {
  readonly reason: string;
  /** The last day on which it holds, as `YYYY-MM-DD`; `null` for no end. */
  readonly expires: string | null;
}

/** Why a pair did not count as equally tested, in words. */
export interface RecordedShortfall {
  readonly kind: Shortfall['kind'];
  readonly message: string;
}

/** What the tests of a pair gave. */
export interface RecordedTests {
  /** Whether there was no shortfall. */
  readonly ok: boolean;
  readonly thresholds: Thresholds;
  readonly coverage: Readonly<Record<Side, Coverage>>;
  readonly passed: Readonly<Record<Side, number>>;
  readonly failed: Readonly<Record<Side, number>>;
  readonly areas: readonly AreaCounts[];
  /** In the order of the contract. */
  readonly members: readonly MemberCoverages[];
  readonly shortfalls: readonly RecordedShortfall[];
}

/** One pair at the time of the record. */
export interface RecordedPair {
  readonly name: string;
  /** As in `Pair`: `module#Export`. */
  readonly sync: string;
  readonly async: string;
  readonly members: MemberCounts;
  readonly findings: readonly RecordedFinding[];
  readonly allowed: readonly RecordedAllowance[];
  /** `null` when its tests were not measured. */
  readonly tests: RecordedTests | null;
}

/** One line of `.lockstep/history.jsonl`: where the pairs stood at one moment. */
export interface HistoryRecord extends MeasuredAt {
  readonly version: 1;
  /** What wrote it: only audits are compared with audits. */
  readonly kind: 'report' | 'audit';
  /** Whether no finding stood and the tests, where measured, had no shortfall. */
  readonly ok: boolean;
  /** When and on which revision the tests were measured, which may be before this record; `null` when they were not. */
  readonly testsMeasured: MeasuredAt | null;
  readonly pairs: readonly RecordedPair[];
}
