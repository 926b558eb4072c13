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
import { readRunFilter } from './read-run-filter.ts';

/**
 * Keeps checkpoints in memory: for tests, and to resume failed runs within one process.
 *
 * @example
 * ```ts
 * import { LocalRuntime, MemoryCheckpointStore } from 'lockstep';
 * const runtime = new LocalRuntime({ durability: { store: new MemoryCheckpointStore() } });
 * ```
 */
export class MemoryCheckpointStore
  implements CheckpointStore<'sync'>, Conforms<CheckpointStore<'sync'>, MemoryCheckpointStore>
{
  readonly #memory: CheckpointMemory;

  /** @param memory - what the store keeps, where other stores are to share it */
  constructor(memory: CheckpointMemory = new CheckpointMemory()) {
    this.#memory = memory;
  }

  createRun(run: StoredRun): StoredRun {
    const { runs } = this.#memory;
    const known =
      runs.get(run.runId) ??
      [...runs.values()].find(
        ({ idempotencyKey }) => idempotencyKey !== null && idempotencyKey === run.idempotencyKey,
      );
    if (known !== undefined) return known;
    runs.set(run.runId, run);
    return run;
  }

  readRun(runId: string): StoredRun | undefined {
    return this.#memory.runs.get(runId);
  }

  claimRun(runId: string, seen: RunLease, lease: RunLease): boolean {
    const run = this.#memory.runs.get(runId);
    if (run?.owner !== seen.owner || run.leaseUntil !== seen.leaseUntil) return false;
    this.#memory.runs.set(runId, { ...run, ...lease, status: 'running', endedAt: null, outcome: null });
    return true;
  }

  readRecords(runId: string): readonly CheckpointRecord[] {
    return (this.#memory.records.get(runId) ?? []).toSorted((one, other) => one.sequence - other.sequence);
  }

  append(runId: string, lease: RunLease, records: readonly CheckpointRecord[]): boolean {
    const run = this.#memory.runs.get(runId);
    if (run === undefined || run.owner !== lease.owner) return false;
    this.#memory.runs.set(runId, { ...run, ...lease });
    const kept = this.#memory.records.get(runId);
    if (kept === undefined) this.#memory.records.set(runId, [...records]);
    else kept.push(...records);
    return true;
  }

  endRun(runId: string, owner: string, end: RunEnd): boolean {
    const run = this.#memory.runs.get(runId);
    if (run === undefined || run.owner !== owner) return false;
    this.#memory.runs.set(runId, { ...run, ...end, owner: null, leaseUntil: 0 });
    return true;
  }

  listRuns(filter?: RunFilter): readonly StoredRun[] {
    const { status, workflow, limit } = readRunFilter(filter);
    return [...this.#memory.runs.values()]
      .filter((run) => status === undefined || run.status === status)
      .filter((run) => workflow === undefined || run.workflow === workflow)
      .toSorted(latestFirst)
      .slice(0, limit);
  }

  deleteRun(runId: string): undefined {
    this.#memory.runs.delete(runId);
    this.#memory.records.delete(runId);
  }

  close(): undefined {
    return undefined;
  }
}

const latestFirst = (one: StoredRun, other: StoredRun): number =>
  other.startedAt - one.startedAt || (other.runId < one.runId ? -1 : 1);
