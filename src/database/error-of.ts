import { SqlConnectionError } from '../errors/sql-connection-error.ts';
import { type SqlPosition, SqlStatementError } from '../errors/sql-statement-error.ts';
import { SqlTimeoutError } from '../errors/sql-timeout-error.ts';
import { writtenOffset } from './bind-parameters.ts';
import type { Dialect, StatementOptions } from './database-contract.ts';
import { SqlFailed } from './sql-failed.ts';
import { statementLabel } from './statement-label.ts';

/** The database that something has failed in. */
export interface Failing {
  /** What messages call it. */
  readonly name: string;
  readonly dialect: Dialect;
}

/** What users are told of a failure of a statement; anything but a failure of a session is told as it is. */
export const errorOf = (
  error: unknown,
  { name, dialect }: Failing,
  sql: string,
  options: StatementOptions = {},
): unknown => {
  if (!(error instanceof SqlFailed)) return error;
  const { failure } = error;
  const label = statementLabel(sql, options.name);
  switch (failure.kind) {
    case 'statement':
      return new SqlStatementError(
        label,
        failure.reason,
        failure.code,
        failure.detail,
        failure.position === undefined
          ? undefined
          : placeIn(sql, writtenOffset(sql, dialect, failure.position - 1)),
      );
    case 'connection':
      return new SqlConnectionError(name, failure.code, failure.detail);
    case 'timeout':
      return new SqlTimeoutError(label, failure.afterMs);
    case 'aborted':
      return options.signal?.reason;
  }
};

const placeIn = (sql: string, offset: number): SqlPosition => {
  const lines = sql.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
};
