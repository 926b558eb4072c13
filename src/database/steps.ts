/**
 * Work that is written once for both colours: it yields each answer that may be a promise, and is resumed with what it stands for.
 */
export type Steps<T> = Generator<unknown, T, unknown>;

/** Takes an answer of either colour for what it stands for; its failure is thrown where it was asked. */
export function* ask<T>(answer: T | Promise<T>): Steps<T> {
  return (yield answer) as T;
}

/** Something that is read some items at a time. */
export interface Reader<T> {
  /** The next items; `undefined` when there are no more. */
  readonly next: () => Steps<readonly T[] | undefined>;
  /** To be called once, however the reading ends. */
  readonly end: () => Steps<undefined>;
}
