import type {
  CheckpointRecord,
  CheckpointStore,
  RunEnd,
  RunFilter,
  RunLease,
  StoredRun,
} from '../../types/checkpoint-store.ts';
import type { Conforms } from '../../types/conforms.ts';
import { blocking } from '../database/colouring.ts';
import { Database } from '../database/database.ts';
import type { DatabaseOptions } from '../database/database-options.ts';
import { SqlCheckpoints } from './sql-checkpoints.ts';

/**
 * Keeps checkpoints in SQLite or PostgreSQL, in the tables `lockstep_runs` and `lockstep_checkpoints`, which it makes; it connects with
 * the first run. `AsyncSqlCheckpointStore` is its twin: each goes on where the other was.
 *
 * @example
 * ```ts
 * import { LocalRuntime, SqlCheckpointStore } from 'lockstep';
 * const store = new SqlCheckpointStore({ type: 'sqlite', path: ':memory:' });
 * const runtime = new LocalRuntime({ durability: { store } });
 * ```
 */
export class SqlCheckpointStore
  implements CheckpointStore<'sync'>, Conforms<CheckpointStore<'sync'>, SqlCheckpointStore>
{
  readonly #checkpoints: SqlCheckpoints<'sync'>;

  /**
   * @param options - the database, as `Database` takes it
   * @throws {InvalidOptionError} an option is missing, unknown or not allowed
   */
  constructor(options: DatabaseOptions) {
    this.#checkpoints = new SqlCheckpoints(new Database(options), blocking);
  }

  createRun(run: StoredRun): StoredRun {
    return blocking.drive(this.#checkpoints.createRun(run));
  }

  readRun(runId: string): StoredRun | undefined {
    return blocking.drive(this.#checkpoints.readRun(runId));
  }

  claimRun(runId: string, seen: RunLease, lease: RunLease): boolean {
    return blocking.drive(this.#checkpoints.claimRun(runId, seen, lease));
  }

  readRecords(runId: string): readonly CheckpointRecord[] {
    return blocking.drive(this.#checkpoints.readRecords(runId));
  }

  append(runId: string, lease: RunLease, records: readonly CheckpointRecord[]): boolean {
    return blocking.drive(this.#checkpoints.append(runId, lease, records));
  }

  endRun(runId: string, owner: string, end: RunEnd): boolean {
    return blocking.drive(this.#checkpoints.endRun(runId, owner, end));
  }

  listRuns(filter?: RunFilter): readonly StoredRun[] {
    return blocking.drive(this.#checkpoints.listRuns(filter));
  }

  deleteRun(runId: string): undefined {
    return blocking.drive(this.#checkpoints.deleteRun(runId));
  }

  close(): undefined {
    return blocking.drive(this.#checkpoints.close());
  }
}
