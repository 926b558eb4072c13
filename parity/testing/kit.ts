import type { Side } from '../report-model.ts';

/** One side as a suite sees it: its id, and under names of the suite's choice its class, its functions, its options. */
export interface Kit {
  readonly id: Side;
}

/** What a test body is given beside its kit. */
export interface TestScope {
  /** Records a side effect under a label (a file's content, lines of a log), to be the same on both sides. */
  readonly observe: (label: string, value: unknown) => undefined;
}

/** A test, which may give its result or a promise of it. */
export type TestBody = (scope: TestScope) => unknown;

/** What a test may declare of itself. */
export interface SideTestOptions {
  /** Why what the sides answer may differ in this test, although each has to pass it: their observations are not compared. */
  readonly mayDiffer: string;
}

/** Declares one test of a suite; its id is `<name>[<side>]`. */
export interface SideTest {
  (name: string, body: TestBody): undefined;
  (name: string, options: SideTestOptions, body: TestBody): undefined;
  /** Declares a test that the async side cannot have, with the reason why. */
  readonly syncOnly: (name: string, reason: string, body: TestBody) => undefined;
  /** Declares a test that the sync side cannot have, with the reason why. */
  readonly asyncOnly: (name: string, reason: string, body: TestBody) => undefined;
}

/** How the sides of a suite are compared. */
export interface SuiteOptions {
  /** Names of properties, members and labels whose values differ between any two runs, such as `runId`. */
  readonly differing?: readonly string[];
}
