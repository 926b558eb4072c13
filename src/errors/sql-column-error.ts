import { LockstepError } from './lockstep-error.ts';

/** The columns of a result cannot be the entries of a row. */
export class SqlColumnError extends LockstepError {
  readonly code = 'SQL_COLUMN';
  /** The name of the statement, or how its text begins. */
  readonly statement: string;
  readonly column: string;

  constructor(statement: string, column: string) {
    const problem = column === '__proto__' ? 'a column' : 'several columns';
    super(
      `The statement ${statement} answers ${problem} '${column}', which a row cannot hold. Give each column a name of its own with AS.`,
    );
    this.statement = statement;
    this.column = column;
  }
}
