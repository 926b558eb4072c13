import { LockstepError } from './lockstep-error.ts';

/** A statement has taken longer than it may, and has been cancelled in the database. */
export class SqlTimeoutError extends LockstepError {
  readonly code = 'SQL_TIMEOUT';
  /** The name of the statement, or how its text begins. */
  readonly statement: string;
  readonly timeoutMs: number;

  constructor(statement: string, timeoutMs: number) {
    super(
      `The statement ${statement} has been cancelled after ${timeoutMs} ms. Raise statementTimeoutMs of the database or timeoutMs of the statement, or make it faster.`,
    );
    this.statement = statement;
    this.timeoutMs = timeoutMs;
  }
}
