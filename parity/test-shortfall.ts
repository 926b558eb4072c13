import type { Side } from './report-model.ts';

/** A number that was measured, in percent. */
export type CoverageMetric = 'branches' | 'lines' | 'functions';

/** Why a pair does not count as equally tested: the facts, for which `shortfallText` has the words. */
export type Shortfall =
  | {
      /** Nothing was found to measure: a green outcome would say nothing. */
      readonly kind: 'nothing-measured';
      readonly side: Side;
      readonly what: 'file' | 'branch' | 'member' | 'test' | 'source map';
    }
  | {
      /** A feature area of the config that no test, or no measured source file, belongs to. */
      readonly kind: 'area-empty';
      readonly area: string;
      readonly what: 'test' | 'source';
    }
  | { readonly kind: 'side-not-loaded'; readonly side: Side; readonly cause: string }
  | { readonly kind: 'suite-hung'; readonly side: Side; readonly suite: string; readonly afterMs: number }
  | {
      /** A shared test that began, and whose process ended before it did. */
      readonly kind: 'test-cut-off';
      readonly side: Side;
      readonly test: string;
      readonly file: string;
    }
  | {
      /** A file of which no test counts on any side. */
      readonly kind: 'file-without-tests';
      readonly file: string;
    }
  | {
      readonly kind: 'test-failed';
      readonly side: Side;
      readonly test: string;
      readonly area: string;
      readonly file: string;
      /** Whether the same test passed on the other side: a parity failure, not merely a failure. */
      readonly otherSidePassed: boolean;
    }
  | {
      /** A shared test that ran on one side only. */
      readonly kind: 'one-sided-test';
      readonly ranOn: Side;
      readonly test: string;
      readonly area: string;
      readonly file: string;
    }
  | {
      /** A shared test that passes on both sides, which answer it differently. */
      readonly kind: 'answers-apart';
      readonly test: string;
      readonly area: string;
      readonly file: string;
      /** What differs, such as `the answer of 'get'`. */
      readonly what: string;
      readonly sync: string;
      readonly async: string;
    }
  | {
      readonly kind: 'coverage-low';
      /** `null` for all sources together. */
      readonly area: string | null;
      readonly side: Side;
      readonly metric: CoverageMetric;
      readonly percent: number;
      readonly minimum: number;
    }
  | {
      readonly kind: 'coverage-apart';
      /** `null` for all sources together. */
      readonly area: string | null;
      readonly metric: CoverageMetric;
      readonly sync: number;
      readonly async: number;
      /** In percentage points. */
      readonly maximum: number;
    }
  | {
      /** A member that the tests cover less on one side; in percent of its branches, `null` when never called. */
      readonly kind: 'member-apart';
      readonly member: string;
      readonly sync: number | null;
      readonly async: number | null;
      /** In percentage points. */
      readonly maximum: number;
    }
  | {
      readonly kind: 'tests-apart';
      /** `null` for all tests together. */
      readonly area: string | null;
      readonly sync: number;
      readonly async: number;
      /** The least ratio of the smaller to the greater. */
      readonly minimum: number;
    };
