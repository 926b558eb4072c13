/** The half of a pair that a finding speaks of. */
export type Side = 'sync' | 'async';

/** Two implementations of one API. A side is `module#Export`, or `module#pattern` with a `*` for the shared name. */
export interface Pair {
  readonly name: string;
  readonly sync: string;
  readonly async: string;
}

/** Why a finding is allowed: the allowlist entry that covers it. */
export interface Allowance {
  readonly reason: string;
  /** The last day it holds, as `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** A place in a source file: the path as in `Finding.file`, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One difference between the two sides of a pair. */
export interface Finding {
  /** The id of the check that reports it. */
  readonly check: string;
  /** The shared name of the member; `''` for the pair as a whole. */
  readonly member: string;
  /** The side that has to change. */
  readonly side: Side;
  /** What drifted and what to change, in words. */
  readonly message: string;
  readonly syncSignature: string | null;
  readonly asyncSignature: string | null;
  /** Where the drifted member stands, relative to the working folder, with forward slashes. */
  readonly file: string | null;
  /** Counted from 1. */
  readonly line: number | null;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number | null;
  /** Where its counterpart on the other side stands; `null` when it has none. */
  readonly counterpart?: Place | null;
  readonly allowed: Allowance | null;
}

/** How many members of a pair were compared, and as what. */
export interface MemberCounts {
  readonly compared: number;
  readonly promisified: number;
  readonly same: number;
  readonly oneSided: number;
}

/** The outcome for one pair. */
export interface PairReport {
  readonly name: string;
  readonly sync: string;
  readonly async: string;
  readonly members: MemberCounts;
  readonly findings: readonly Finding[];
}

/** The outcome of `lockstep check`: what every format is rendered from. */
export interface Report {
  readonly version: 1;
  /** Whether no finding stands that is not allowed. */
  readonly ok: boolean;
  readonly pairs: readonly PairReport[];
}
