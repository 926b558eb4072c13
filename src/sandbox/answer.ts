/**
 * What the sandbox answers a call with; the first character is the kind, as the boot source writes it:
 * `J` a value as JSON, `T` a value as JSON with tags, `U` undefined, `X` thrown, `C` a result that cannot be
 * copied, `M` out of memory, `S` stack too deep, `P` a promise that is pending; the host adds `I` interrupted
 * at the deadline and `O` output too large.
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
