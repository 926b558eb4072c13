import type { Side } from './report-model.ts';
import type { Shortfall } from './test-shortfall.ts';

/** How much of something was covered: `covered` of `total`, both whole numbers. */
export interface Share {
  readonly total: number;
  readonly covered: number;
}

/** What of a side's source its tests covered. */
export interface Coverage {
  readonly branches: Share;
  readonly lines: Share;
  readonly functions: Share;
}

/** What the tests covered of one member, by the function that V8 names after it. */
export interface MemberCoverage {
  /** Whether any test called it. */
  readonly called: boolean;
  readonly branches: Share;
}

/** A contract member and its coverage on each side; `null` where the side has no function of that name. */
export interface MemberCoverages {
  readonly member: string;
  readonly sync: MemberCoverage | null;
  readonly async: MemberCoverage | null;
}

/** The covered branches of each side in the sources of a feature area. */
export type AreaBranches = Readonly<Record<Side, Share>>;

/** The tests of one feature area, each counted once; a shared test runs on both sides. */
export interface AreaCounts {
  /** The title, such as `Conditional execution`. */
  readonly area: string;
  readonly shared: number;
  /** Tests for the sync side alone. */
  readonly sync: number;
  /** Tests for the async side alone. */
  readonly async: number;
  /** `null` where the area names no sources. */
  readonly branches: AreaBranches | null;
}

/** The outcome of the tests of one side. */
export interface SideTests {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly coverage: Coverage;
}

/** The measured test run of one pair. */
export interface PairTests {
  /** As in `Pair`. */
  readonly name: string;
  /** As in `Pair`: `module#Export`. */
  readonly sync: string;
  readonly async: string;
  readonly sides: Readonly<Record<Side, SideTests>>;
  /** In the order in which the project declares them. */
  readonly areas: readonly AreaCounts[];
  /** In the order of the contract. */
  readonly members: readonly MemberCoverages[];
  /** Why the sides do not count as equally tested; empty when they do. */
  readonly shortfalls: readonly Shortfall[];
}

/** What two sides are held to. */
export interface Thresholds {
  /** The least coverage of a side, in percent. */
  readonly coverage: number;
  /** The greatest difference of the sides' coverage, in percentage points. */
  readonly difference: number;
  /** The least ratio of the smaller to the greater number of tests, from 0 to 1. */
  readonly testRatio: number;
}

/** The thresholds of the strategy (section 5.2). */
export const DEFAULT_THRESHOLDS: Thresholds = { coverage: 85, difference: 5, testRatio: 0.8 };

/** The outcome of `lockstep test`. */
export interface TestReport {
  readonly version: 1;
  /** Whether no pair has a shortfall. */
  readonly ok: boolean;
  readonly thresholds: Thresholds;
  readonly pairs: readonly PairTests[];
}
