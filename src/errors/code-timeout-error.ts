import { LockstepError } from './lockstep-error.ts';

/** The code of a code node was stopped at its time limit. */
export class CodeTimeoutError extends LockstepError {
  readonly code = 'CODE_TIMEOUT';
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super(
      `The code was stopped after its time limit of ${timeoutMs} ms. Look for a loop without an end, or raise timeoutMs.`,
    );
    this.timeoutMs = timeoutMs;
  }
}
