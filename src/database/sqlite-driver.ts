import { loadDriver } from './load-driver.ts';

/** What is used of the driver's statements. */
export interface SqliteStatement {
  readonly reader: boolean;
  readonly raw: () => unknown;
  readonly safeIntegers: () => unknown;
  readonly run: (values: readonly unknown[]) => { readonly changes: number };
  readonly iterate: (values: readonly unknown[]) => Iterator<readonly unknown[]>;
  readonly columns: () => readonly { readonly name: string; readonly type: string | null }[];
}

/** What is used of the driver. */
export interface SqliteConnection {
  readonly inTransaction: boolean;
  readonly prepare: (sql: string) => SqliteStatement;
  readonly exec: (sql: string) => unknown;
  readonly interrupt: () => unknown;
  readonly close: () => unknown;
}

type Driver = new (path: string) => SqliteConnection;

/** Opens a connection through `libsql`: no install script, and one install loads on every version of Node. */
export const connectSqlite = (path: string): SqliteConnection =>
  new (loadDriver('SQLite', 'libsql') as Driver)(path);
