import { LockstepError } from './lockstep-error.ts';

/** The code of a code node waits for a promise that nothing can settle any more. */
export class CodeUnsettledError extends LockstepError {
  readonly code = 'CODE_UNSETTLED';

  constructor() {
    super(
      'The code waits for a promise that never settles: nothing is left to run in the sandbox, which has no timers and no I/O. Settle the promise in the code, or pass the awaited value as an input.',
    );
  }
}
