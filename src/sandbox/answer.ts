/**
 * What the sandbox answers a call with: JSON for a value, or a text whose first character is its kind. The
 * boot source writes `T` a value as JSON with tags, `U` undefined, `X` thrown, `C` a result that cannot be
 * copied, `M` out of memory, `S` stack too deep, `P` a promise that is pending; the host adds `I` interrupted
 * at the deadline and `O` output too large. No JSON text starts with a capital letter.
 */
export type Answer = string;

/** Ends a call early with an answer that the program did not give itself. */
export class Stopped extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(answer);
    this.answer = answer;
  }
}
