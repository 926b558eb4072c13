import { LockstepError } from './lockstep-error.ts';

/** All connections of a pool are in use, and none has come free in time. */
export class SqlPoolError extends LockstepError {
  readonly code = 'SQL_POOL';
  readonly database: string;
  readonly poolSize: number;

  constructor(database: string, poolSize: number) {
    super(
      `All ${poolSize} connections to ${database} are in use, and none has come free in time. Raise poolSize; inside of a transaction use the queries that it is given, and take the rows of an iteration to their end.`,
    );
    this.database = database;
    this.poolSize = poolSize;
  }
}
