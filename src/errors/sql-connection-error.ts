import { LockstepError } from './lockstep-error.ts';

/** A database cannot be reached, refuses the connection, or has ended it. Its password is not in the message. */
export class SqlConnectionError extends LockstepError {
  readonly code = 'SQL_CONNECTION';
  /** Such as `PostgreSQL 'shop' at db.example:5432`. */
  readonly database: string;
  /** Such as `ECONNREFUSED`, `SQLITE_CANTOPEN` or an SQLSTATE. */
  readonly reason: string;

  constructor(database: string, reason: string, detail: string) {
    super(
      `No connection to ${database}: ${detail} (${reason}). Check that it runs, its address, and what the connection says of user and password.`,
    );
    this.database = database;
    this.reason = reason;
  }
}
