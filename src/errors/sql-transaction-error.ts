import { LockstepError } from './lockstep-error.ts';

/** A transaction was left open, and has been rolled back; or it is used when it has ended. */
export class SqlTransactionError extends LockstepError {
  readonly code = 'SQL_TRANSACTION';

  /** @param problem - what is wrong, and the remedy */
  constructor(problem: string) {
    super(problem);
  }
}
