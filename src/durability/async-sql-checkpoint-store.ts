import type {
  CheckpointRecord,
  CheckpointStore,
  RunEnd,
  RunFilter,
  RunLease,
  StoredRun,
} from '../../types/checkpoint-store.ts';
import type { Conforms } from '../../types/conforms.ts';
import { AsyncDatabase } from '../database/async-database.ts';
import { concurrent } from '../database/colouring.ts';
import type { DatabaseOptions } from '../database/database-options.ts';
import { SqlCheckpoints } from './sql-checkpoints.ts';

/**
 * Keeps checkpoints in SQLite or PostgreSQL, and answers with promises; `SqlCheckpointStore` is its twin.
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime, AsyncSqlCheckpointStore } from 'lockstep';
 * const store = new AsyncSqlCheckpointStore({ type: 'sqlite', path: ':memory:' });
 * const runtime = new AsyncLocalRuntime({ durability: { store } });
 * ```
 */
export class AsyncSqlCheckpointStore
  implements CheckpointStore<'async'>, Conforms<CheckpointStore<'async'>, AsyncSqlCheckpointStore>
{
  readonly #checkpoints: SqlCheckpoints<'async'>;

  /**
   * @param options - the database, as `AsyncDatabase` takes it
   * @throws {InvalidOptionError} an option is missing, unknown or not allowed
   */
  constructor(options: DatabaseOptions) {
    this.#checkpoints = new SqlCheckpoints(new AsyncDatabase(options), concurrent);
  }

  async createRun(run: StoredRun): Promise<StoredRun> {
    return await concurrent.drive(this.#checkpoints.createRun(run));
  }

  async readRun(runId: string): Promise<StoredRun | undefined> {
    return await concurrent.drive(this.#checkpoints.readRun(runId));
  }

  async claimRun(runId: string, seen: RunLease, lease: RunLease): Promise<boolean> {
    return await concurrent.drive(this.#checkpoints.claimRun(runId, seen, lease));
  }

  async readRecords(runId: string): Promise<readonly CheckpointRecord[]> {
    return await concurrent.drive(this.#checkpoints.readRecords(runId));
  }

  async append(runId: string, lease: RunLease, records: readonly CheckpointRecord[]): Promise<boolean> {
    return await concurrent.drive(this.#checkpoints.append(runId, lease, records));
  }

  async endRun(runId: string, owner: string, end: RunEnd): Promise<boolean> {
    return await concurrent.drive(this.#checkpoints.endRun(runId, owner, end));
  }

  async listRuns(filter?: RunFilter): Promise<readonly StoredRun[]> {
    return await concurrent.drive(this.#checkpoints.listRuns(filter));
  }

  async deleteRun(runId: string): Promise<undefined> {
    return await concurrent.drive(this.#checkpoints.deleteRun(runId));
  }

  async close(): Promise<undefined> {
    return await concurrent.drive(this.#checkpoints.close());
  }
}
