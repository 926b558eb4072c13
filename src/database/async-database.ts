import type { Conforms } from '../../types/conforms.ts';
import { concurrent } from './colouring.ts';
import { concurrentBackend } from './concurrent-backend.ts';
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
import { inTurn } from './waiting.ts';

/**
 * A database that answers with promises; `Database` is its twin. It connects with its first statement.
 *
 * @example
 * ```ts
 * import { AsyncDatabase } from 'lockstep';
 * const database = new AsyncDatabase({ type: 'sqlite', path: ':memory:' });
 * (await database.query('SELECT :n + 1 AS next', { n: 41 })).rows; // [{ next: 42 }]
 * await database.close();
 * ```
 */
export class AsyncDatabase
  implements DatabaseContract<'async'>, Conforms<DatabaseContract<'async'>, AsyncDatabase>
{
  readonly #core: DatabaseCore<'async'>;
  readonly #queries: SqlQueries<'async'>;

  /** @throws {InvalidOptionError} an option is missing, unknown or not allowed */
  constructor(options: DatabaseOptions) {
    const target = readDatabaseOptions(options);
    this.#core = new DatabaseCore(target, concurrentBackend(target), inTurn);
    this.#queries = queriesOn(this.#core, this.#core.lender, concurrent);
  }

  get dialect(): Dialect {
    return this.#queries.dialect;
  }

  async query(sql: string, parameters?: SqlParameters, options?: StatementOptions): Promise<SqlResult> {
    return await this.#queries.query(sql, parameters, options);
  }

  async exec(sql: string): Promise<undefined> {
    return await this.#queries.exec(sql);
  }

  iterate(sql: string, parameters?: SqlParameters, options?: StatementOptions): AsyncIterable<SqlRow> {
    return this.#queries.iterate(sql, parameters, options);
  }

  async transaction<T>(work: (queries: SqlQueries<'async'>) => Promise<T>): Promise<T> {
    return await concurrent.drive(
      this.#core.transaction<T>((lender) => work(queriesOn(this.#core, lender, concurrent))),
    );
  }

  async connection<T>(work: (queries: SqlQueries<'async'>) => Promise<T>): Promise<T> {
    return await concurrent.drive(
      this.#core.connection<T>((lender) => work(queriesOn(this.#core, lender, concurrent))),
    );
  }

  async close(): Promise<undefined> {
    return await concurrent.drive(this.#core.close());
  }

  async [Symbol.asyncDispose](): Promise<undefined> {
    return await this.close();
  }
}
