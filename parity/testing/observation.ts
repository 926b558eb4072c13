/** How a call ended, whatever its colour: a value or an error. `pending` when its promise had not settled by the end of the test. */
export type Ending = 'value' | 'error' | 'pending';

/** What one use of a side gave, in the order in which a test used it. */
export interface Use {
  /** The member, such as `get`; `new` for a constructor, a label for what the test observed itself. */
  readonly member: string;
  /** Whether the answer was a promise. */
  readonly promised: boolean;
  readonly ending: Ending;
  /** The value or error as text. */
  readonly answer: string;
  /** What it gave on the way, in order: items of an iterator, calls of a callback. */
  readonly events: readonly string[];
}

/** What one test saw of one side. */
export interface Observation {
  readonly passed: boolean;
  /** Why the observations may differ; `null` when they may not. */
  readonly mayDiffer: string | null;
  readonly uses: readonly Use[];
}
