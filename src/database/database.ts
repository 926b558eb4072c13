import type { Conforms } from '../../types/conforms.ts';
import { blockingBackend } from './blocking-backend.ts';
import { blocking } from './colouring.ts';
import type {
  DatabaseContract,
  Dialect,
  SqlParameters,
  SqlQueries,
  SqlResult,
  SqlRow,
  StatementOptions,
} from './database-contract.ts';
import { DatabaseCore } from './database-core.ts';
import { type DatabaseOptions, readDatabaseOptions } from './database-options.ts';
import { queriesOn } from './queries-on.ts';
import { inVain } from './waiting.ts';

/**
 * A database that blocks until a statement has ended; `AsyncDatabase` is its twin. It connects with its first statement.
 *
 * @example
 * ```ts
 * import { Database } from 'lockstep';
 * const database = new Database({ type: 'sqlite', path: ':memory:' });
 * database.query('SELECT :n + 1 AS next', { n: 41 }).rows; // [{ next: 42 }]
 * database.close();
 * ```
 */
export class Database implements DatabaseContract<'sync'>, Conforms<DatabaseContract<'sync'>, Database> {
  readonly #core: DatabaseCore<'sync'>;
  readonly #queries: SqlQueries<'sync'>;

  /** @throws {InvalidOptionError} an option is missing, unknown or not allowed */
  constructor(options: DatabaseOptions) {
    const target = readDatabaseOptions(options);
    this.#core = new DatabaseCore(target, blockingBackend(target), inVain);
    this.#queries = queriesOn(this.#core, this.#core.lender, blocking);
  }

  get dialect(): Dialect {
    return this.#queries.dialect;
  }

  query(sql: string, parameters?: SqlParameters, options?: StatementOptions): SqlResult {
    return this.#queries.query(sql, parameters, options);
  }

  exec(sql: string): undefined {
    return this.#queries.exec(sql);
  }

  iterate(sql: string, parameters?: SqlParameters, options?: StatementOptions): Iterable<SqlRow> {
    return this.#queries.iterate(sql, parameters, options);
  }

  transaction<T>(work: (queries: SqlQueries<'sync'>) => T): T {
    return blocking.drive(
      this.#core.transaction<T>((lender) => work(queriesOn(this.#core, lender, blocking))),
    );
  }

  connection<T>(work: (queries: SqlQueries<'sync'>) => T): T {
    return blocking.drive(
      this.#core.connection<T>((lender) => work(queriesOn(this.#core, lender, blocking))),
    );
  }

  close(): undefined {
    return blocking.drive(this.#core.close());
  }

  [Symbol.dispose](): undefined {
    return this.close();
  }
}
