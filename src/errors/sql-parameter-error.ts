import { LockstepError } from './lockstep-error.ts';

/** The parameters of a statement do not fit its placeholders, or one cannot be bound; the message holds no values. */
export class SqlParameterError extends LockstepError {
  readonly code = 'SQL_PARAMETER';
  /** The name of the statement, or how its text begins. */
  readonly statement: string;
  readonly detail: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(statement: string, detail: string) {
    super(`The statement ${statement} cannot be bound: ${detail}`);
    this.statement = statement;
    this.detail = detail;
  }
}
