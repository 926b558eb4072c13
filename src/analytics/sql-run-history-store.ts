import type { Conforms } from '../../types/conforms.ts';
import type { RunHistoryStore, RunRecord, StoredRunQuery } from '../../types/run-history.ts';
import { blocking } from '../database/colouring.ts';
import { Database } from '../database/database.ts';
import type { DatabaseOptions } from '../database/database-options.ts';
import { SqlRunHistory } from './sql-run-history.ts';

/**
 * Keeps the history of runs in SQLite or PostgreSQL, in the table `lockstep_run_history`, which it makes; it connects with the first
 * run. `AsyncSqlRunHistoryStore` is its twin: each reads what the other has kept.
 *
 * @example
 * ```ts
 * import { LocalRuntime, SqlRunHistoryStore } from 'lockstep';
 * const store = new SqlRunHistoryStore({ type: 'sqlite', path: ':memory:' });
 * const runtime = new LocalRuntime({ analytics: { store } });
 * ```
 */
export class SqlRunHistoryStore
  implements RunHistoryStore<'sync'>, Conforms<RunHistoryStore<'sync'>, SqlRunHistoryStore>
{
  readonly #history: SqlRunHistory<'sync'>;

  /**
   * @param options - the database, as `Database` takes it
   * @throws {InvalidOptionError} an option is missing, unknown or not allowed
   */
  constructor(options: DatabaseOptions) {
    this.#history = new SqlRunHistory(new Database(options));
  }

  append(record: RunRecord): undefined {
    return blocking.drive(this.#history.append(record));
  }

  list(query: StoredRunQuery): readonly RunRecord[] {
    return blocking.drive(this.#history.list(query));
  }

  deleteBefore(startedAt: number): number {
    return blocking.drive(this.#history.deleteBefore(startedAt));
  }

  close(): undefined {
    return blocking.drive(this.#history.close());
  }
}
