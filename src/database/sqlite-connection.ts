import type { SqliteTarget } from './database-options.ts';
import type { Limits } from './session.ts';
import { connectSqlite, type SqliteConnection, type SqliteStatement } from './sqlite-driver.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import type { Steps } from './steps.ts';

/**
 * A connection to a database.
 *
 * @throws {SqlFailed} it cannot be opened
 */
export const connectedTo = ({ path }: SqliteTarget): SqliteConnection => {
  try {
    return connectSqlite(path);
  } catch (error) {
    throw error instanceof Error && 'driver' in error ? error : sqliteFailure(error);
  }
};

/**
 * A statement, whose rows come as lists and whose whole numbers as bigints.
 *
 * @throws {SqlFailed} it is no statement
 */
export const prepared = (connection: SqliteConnection, text: string): SqliteStatement => {
  try {
    const statement = connection.prepare(text);
    if (!statement.reader) return statement;
    statement.raw();
    statement.safeIntegers();
    return statement;
  } catch (error) {
    throw sqliteFailure(error);
  }
};

/** Sets what every connection is set to; a log of its own lets others read while one writes. */
export function* applySettings(
  { path, synchronous, readOnly, busyTimeoutMs }: SqliteTarget,
  connection: SqliteConnection,
  patiently: <T>(work: () => T, limits: Limits) => Steps<T>,
): Steps<undefined> {
  const limits = { timeoutMs: busyTimeoutMs };
  const isFile = path !== ':memory:';
  if (isFile && !readOnly) yield* patiently(() => connection.exec('PRAGMA journal_mode = WAL'), limits);
  yield* patiently(() => {
    connection.exec(`PRAGMA synchronous = ${synchronous}`);
    connection.exec('PRAGMA foreign_keys = ON');
    connection.exec(`PRAGMA query_only = ${readOnly ? 'ON' : 'OFF'}`);
  }, limits);
}
