import type { Conforms } from '../../types/conforms.ts';
import type { RunHistoryStore, RunRecord, StoredRunQuery } from '../../types/run-history.ts';
import { AsyncDatabase } from '../database/async-database.ts';
import { concurrent } from '../database/colouring.ts';
import type { DatabaseOptions } from '../database/database-options.ts';
import { SqlRunHistory } from './sql-run-history.ts';

/**
 * Keeps the history of runs in SQLite or PostgreSQL, and answers with promises; `SqlRunHistoryStore` is its twin.
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime, AsyncSqlRunHistoryStore } from 'lockstep';
 * const store = new AsyncSqlRunHistoryStore({ type: 'sqlite', path: ':memory:' });
 * const runtime = new AsyncLocalRuntime({ analytics: { store } });
 * ```
 */
export class AsyncSqlRunHistoryStore
  implements RunHistoryStore<'async'>, Conforms<RunHistoryStore<'async'>, AsyncSqlRunHistoryStore>
{
  readonly #history: SqlRunHistory<'async'>;

  /**
   * @param options - the database, as `AsyncDatabase` takes it
   * @throws {InvalidOptionError} an option is missing, unknown or not allowed
   */
  constructor(options: DatabaseOptions) {
    this.#history = new SqlRunHistory(new AsyncDatabase(options));
  }

  async append(record: RunRecord): Promise<undefined> {
    return await concurrent.drive(this.#history.append(record));
  }

  async list(query: StoredRunQuery): Promise<readonly RunRecord[]> {
    return await concurrent.drive(this.#history.list(query));
  }

  async deleteBefore(startedAt: number): Promise<number> {
    return await concurrent.drive(this.#history.deleteBefore(startedAt));
  }

  async close(): Promise<undefined> {
    return await concurrent.drive(this.#history.close());
  }
}
