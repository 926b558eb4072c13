import type { Color, Disposal, Ret, Stream } from '../../types/color.ts';

/** The databases that there is a driver for. */
export type Dialect = 'sqlite' | 'postgresql';

/** The values of a statement's placeholders: a list for `?` and `$1`, an object for `:name`. */
export type SqlParameters = readonly unknown[] | Readonly<Record<string, unknown>>;

/** A row of a result, by the names of its columns. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** What a statement answers. */
export interface SqlResult {
  readonly rows: readonly SqlRow[];
  /** How many rows it has changed or, of a statement that answers rows, how many these are. */
  readonly rowCount: number;
  /** The names of the columns, in their order; empty for a statement that answers no rows. */
  readonly columns: readonly string[];
}

/** What may be said of a single statement. */
export interface StatementOptions {
  /** What error messages call it; otherwise they show how its text begins. */
  readonly name?: string;
  /**
   * After how many milliseconds it is cancelled, the database's `statementTimeoutMs` unless given; of an iteration, each time that
   * it waits for rows.
   */
  readonly timeoutMs?: number;
  /** Cancels the statement. A blocked thread sees only one that has been aborted before. */
  readonly signal?: AbortSignal;
}

/** What statements can be run on: a database, or a transaction in it. */
export interface SqlQueries<C extends Color> {
  readonly dialect: Dialect;
  /** Runs one statement with bound parameters; never a text with values in it. */
  readonly query: (sql: string, parameters?: SqlParameters, options?: StatementOptions) => Ret<C, SqlResult>;
  /** Runs a script of any number of statements without parameters, such as a schema. */
  readonly exec: (sql: string) => Ret<C, undefined>;
  /** The rows of one statement, of which only some are in memory at a time; to stop taking them ends the statement. */
  readonly iterate: (
    sql: string,
    parameters?: SqlParameters,
    options?: StatementOptions,
  ) => Stream<C, SqlRow>;
}

/**
 * A database in either colour. Types, errors and results are the same for every dialect and colour; see `TYPES.md` beside
 * this file for how values are mapped.
 *
 * @example
 * ```ts
 * import { Database } from 'lockstep';
 * using database = new Database({ type: 'sqlite', path: ':memory:' });
 * database.query('SELECT :n + 1 AS next', { n: 41 }).rows; // [{ next: 42 }]
 * ```
 */
export type DatabaseContract<C extends Color> = DatabaseMembers<C> & Disposal<C>;

/** The members of a database, without the disposal symbol, whose name is another in each colour. */
export interface DatabaseMembers<C extends Color> extends SqlQueries<C> {
  /** Runs work in a transaction: committed when it has ended, rolled back when it throws or rejects. */
  readonly transaction: <T>(work: (queries: SqlQueries<C>) => Ret<C, T>) => Ret<C, T>;
  /** Runs work on one connection, where it begins and ends transactions by itself; none may be left open. */
  readonly connection: <T>(work: (queries: SqlQueries<C>) => Ret<C, T>) => Ret<C, T>;
  /** Ends all connections, with what is under way on them. */
  readonly close: () => Ret<C, undefined>;
}
