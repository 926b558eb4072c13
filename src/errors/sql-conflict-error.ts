import { LockstepError } from './lockstep-error.ts';

/** A statement under an optimistic lock has changed no row: another has changed or removed it since it was read. */
export class SqlConflictError extends LockstepError {
  readonly code = 'SQL_CONFLICT';
  /** The name of the statement, or how its text begins. */
  readonly statement: string;
  /** The placeholder of the version that was expected. */
  readonly version: string;

  constructor(statement: string, version: string) {
    super(
      `The statement ${statement} has changed no row: none has the version that :${version} says. Read the row again, and write with the version that it has now.`,
    );
    this.statement = statement;
    this.version = version;
  }
}
