import { LockstepError } from './lockstep-error.ts';

/** A database is used after it was closed, or closed while it was used. */
export class SqlClosedError extends LockstepError {
  readonly code = 'SQL_CLOSED';
  readonly database: string;

  constructor(database: string) {
    super(`${database} is closed. Close it when its last statement has ended, or open another one.`);
    this.database = database;
  }
}
