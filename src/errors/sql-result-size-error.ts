import { LockstepError } from './lockstep-error.ts';

/** A statement answers more rows than a node may hold. */
export class SqlResultSizeError extends LockstepError {
  readonly code = 'SQL_RESULT_SIZE';
  /** The name of the statement, or how its text begins. */
  readonly statement: string;
  readonly maxRows: number;

  constructor(statement: string, maxRows: number) {
    super(
      `The statement ${statement} answers more than ${maxRows} rows. Write LIMIT, raise maxRows, or take the rows some at a time with eachRows.`,
    );
    this.statement = statement;
    this.maxRows = maxRows;
  }
}
