/** One test that has run, as the runner reported it. */
export interface TestRecord {
  readonly name: string;
  /** The path of its file. */
  readonly file: string;
  readonly passed: boolean;
}
