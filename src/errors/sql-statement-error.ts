import { LockstepError } from './lockstep-error.ts';

/** Why a statement failed, the same for every database. */
export type SqlReason =
  | 'syntax'
  | 'unknownName'
  | 'nameTaken'
  | 'unique'
  | 'foreignKey'
  | 'notNull'
  | 'check'
  | 'value'
  | 'busy'
  | 'conflict'
  | 'readOnly'
  | 'permission'
  | 'raised'
  | 'resources'
  | 'cancelled'
  | 'other';

const REMEDIES: Readonly<Record<SqlReason, string>> = {
  syntax: 'Mend the text of the statement',
  unknownName: 'Correct the name, or create what it names first',
  nameTaken: 'Give another name, or write IF NOT EXISTS',
  unique: 'Give another value, or write ON CONFLICT',
  foreignKey: 'Insert the row that is referred to first, or remove what refers to this one',
  notNull: 'Give a value for the column',
  check: 'Give a value that the constraint allows',
  value: 'Give a value of the type that the statement asks for, or write a CAST',
  busy: 'Run it again later, shorten the transactions that hold the lock, or raise busyTimeoutMs of SQLite or lock_timeout of PostgreSQL',
  conflict: 'Run the transaction again',
  readOnly: 'Open the database without readOnly, or have another one written to',
  permission: 'Grant the right to the user of the connection',
  raised: 'Look at the trigger or function that has raised it',
  resources: 'Make room on the server or its disk',
  cancelled: 'Run it again, if it is not meant to be cancelled',
  other: 'Look the code up in the manual of the database',
};

/** Where in a statement the database has found the fault, from 1. */
export interface SqlPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The database has refused a statement. Neither the message nor any entry holds the value of a parameter, and there is no `cause`,
 * since the driver's error may hold some.
 */
export class SqlStatementError extends LockstepError {
  readonly code = 'SQL_STATEMENT';
  /** The name of the statement, or how its text begins. */
  readonly statement: string;
  readonly reason: SqlReason;
  /** The database's own code: an SQLSTATE such as `23505`, or such as `SQLITE_CONSTRAINT_UNIQUE`. */
  readonly databaseCode: string;
  readonly detail: string;
  readonly position: SqlPosition | undefined;

  constructor(
    statement: string,
    reason: SqlReason,
    databaseCode: string,
    detail: string,
    position?: SqlPosition,
  ) {
    const where = position === undefined ? '' : ` at line ${position.line}, column ${position.column}`;
    super(`The statement ${statement} failed${where}: ${detail} (${databaseCode}). ${REMEDIES[reason]}.`);
    this.statement = statement;
    this.reason = reason;
    this.databaseCode = databaseCode;
    this.detail = detail;
    this.position = position;
  }
}
