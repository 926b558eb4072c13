import type { Side } from '../report-model.ts';

/** What the process that runs the tests of one side is asked to do. Paths are absolute but for the files. */
export interface SideJob {
  readonly side: Side;
  readonly base: string;
  /** The module of each side, to be loaded before any test is: a path or a package. */
  readonly module: string;
  /** The test files, relative to the base. */
  readonly files: readonly string[];
  /** Globs of the sources whose coverage counts, relative to the base; `!` before one leaves out. */
  readonly cover: readonly string[];
  /** A folder for what the run writes, which is empty. */
  readonly folder: string;
  readonly timeoutMs: number;
}

/** A test that ended, as the runner told it. */
export interface TestOutcome {
  /** Relative to the base. */
  readonly file: string;
  /** The names of its suites and its own, joined by ` > `. */
  readonly path: string;
  readonly name: string;
  readonly passed: boolean;
  readonly skipped: boolean;
}

/** A file that was ended because it took too long, and the test that was under way; `null` when none had begun. */
export interface HungFile {
  readonly file: string;
  readonly test: string | null;
}

/** A count of what was covered in a range of a source file, lines counted from 1. */
export interface CoveredRange {
  readonly from: number;
  readonly to: number;
  readonly hit: boolean;
}

/** A function of a source file. */
export interface CoveredFunction extends CoveredRange {
  /** As V8 names it. */
  readonly name: string;
  /** The branches within it, itself among them. */
  readonly branches: readonly boolean[];
}

/** What was covered of one source file. */
export interface CoveredFile {
  /** Relative to the base. */
  readonly file: string;
  readonly lines: readonly boolean[];
  readonly branches: readonly boolean[];
  readonly functions: readonly CoveredFunction[];
}

/** What running the tests of one side gave. */
export interface SideRun {
  /** Why the side's module cannot be loaded; `null` when it can. */
  readonly loadFault: string | null;
  /** The test files that ran, relative to the base. */
  readonly files: readonly string[];
  readonly outcomes: readonly TestOutcome[];
  readonly hung: readonly HungFile[];
  readonly covered: readonly CoveredFile[];
  /** Sources that ran transpiled without a source map, so that their coverage would be wrong. */
  readonly withoutSourceMap: readonly string[];
}
