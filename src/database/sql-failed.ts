import type { SqlReason } from '../errors/sql-statement-error.ts';

/** What went wrong, as data that travels between threads and holds no value of a parameter. */
export type SqlFailure =
  | {
      readonly kind: 'statement';
      readonly reason: SqlReason;
      /** The database's own code: an SQLSTATE, or such as `SQLITE_BUSY`. */
      readonly code: string;
      /** In words: names of tables, columns and constraints, never values. */
      readonly detail: string;
      /** Where in the statement, from 1; `undefined` where the database does not say. */
      readonly position: number | undefined;
    }
  | {
      readonly kind: 'connection';
      /** Such as `ECONNREFUSED` or an SQLSTATE. */
      readonly code: string;
      readonly detail: string;
    }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'aborted' };

/** Thrown by sessions; `DatabaseCore` makes of it the error that users see. */
export class SqlFailed extends Error {
  readonly failure: SqlFailure;

  constructor(failure: SqlFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}
