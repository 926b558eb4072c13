import type {
  CheckpointRecord,
  CheckpointStore,
  RunEnd,
  RunFilter,
  RunLease,
  StoredRun,
} from '../../types/checkpoint-store.ts';
import type { Conforms } from '../../types/conforms.ts';
import { CheckpointMemory } from './checkpoint-memory.ts';
import { MemoryCheckpointStore } from './memory-checkpoint-store.ts';

/**
 * `MemoryCheckpointStore` with promises.
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime, AsyncMemoryCheckpointStore } from 'lockstep';
 * const runtime = new AsyncLocalRuntime({ durability: { store: new AsyncMemoryCheckpointStore() } });
 * ```
 */
export class AsyncMemoryCheckpointStore
  implements CheckpointStore<'async'>, Conforms<CheckpointStore<'async'>, AsyncMemoryCheckpointStore>
{
  readonly #store: MemoryCheckpointStore;

  /** @param memory - what the store keeps, where other stores are to share it */
  constructor(memory: CheckpointMemory = new CheckpointMemory()) {
    this.#store = new MemoryCheckpointStore(memory);
  }

  async createRun(run: StoredRun): Promise<StoredRun> {
    return this.#store.createRun(run);
  }

  async readRun(runId: string): Promise<StoredRun | undefined> {
    return this.#store.readRun(runId);
  }

  async claimRun(runId: string, seen: RunLease, lease: RunLease): Promise<boolean> {
    return this.#store.claimRun(runId, seen, lease);
  }

  async readRecords(runId: string): Promise<readonly CheckpointRecord[]> {
    return this.#store.readRecords(runId);
  }

  async append(runId: string, lease: RunLease, records: readonly CheckpointRecord[]): Promise<boolean> {
    return this.#store.append(runId, lease, records);
  }

  async endRun(runId: string, owner: string, end: RunEnd): Promise<boolean> {
    return this.#store.endRun(runId, owner, end);
  }

  async listRuns(filter?: RunFilter): Promise<readonly StoredRun[]> {
    return this.#store.listRuns(filter);
  }

  async deleteRun(runId: string): Promise<undefined> {
    return this.#store.deleteRun(runId);
  }

  async close(): Promise<undefined> {
    return this.#store.close();
  }
}
