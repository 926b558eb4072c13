import * as v from 'valibot';
import type { Conforms } from '../../types/conforms.ts';
import type { RunHistoryStore, RunRecord, StoredRunQuery } from '../../types/run-history.ts';
import { readEntries } from '../nodes/read-entries.ts';
import { latestFirst } from './latest-first.ts';
import { isAskedFor } from './read-run-query.ts';

/** How much a history in memory holds. */
export interface MemoryRunHistoryOptions {
  /** How many records: a whole number from 1; 1,000 unless given. Beyond that, the oldest is forgotten. */
  readonly maxRuns?: number;
}

const entries = { maxRuns: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1_000) };

/**
 * Keeps the latest runs in memory; both runtimes take it, and several may share it.
 *
 * @example
 * ```ts
 * import { LocalRuntime, MemoryRunHistoryStore } from 'lockstep';
 * const runtime = new LocalRuntime({ analytics: { store: new MemoryRunHistoryStore({ maxRuns: 100 }) } });
 * runtime.getExecutionAnalytics().runs.total; // 0
 * ```
 */
export class MemoryRunHistoryStore
  implements RunHistoryStore<'sync'>, Conforms<RunHistoryStore<'sync'>, MemoryRunHistoryStore>
{
  readonly #maxRuns: number;
  /** In the order in which they came. */
  readonly #records = new Map<string, RunRecord>();

  /** @throws {InvalidOptionError} an option is unknown or has a value that is not allowed */
  constructor(options: MemoryRunHistoryOptions = {}) {
    this.#maxRuns = readEntries(entries, options).maxRuns;
  }

  append(record: RunRecord): undefined {
    if (this.#records.has(record.id)) return;
    this.#records.set(record.id, record);
    if (this.#records.size <= this.#maxRuns) return;
    for (const oldest of this.#records.keys()) {
      this.#records.delete(oldest);
      return;
    }
  }

  list(query: StoredRunQuery): readonly RunRecord[] {
    return [...this.#records.values()]
      .filter((record) => isAskedFor(query, record))
      .toSorted(latestFirst)
      .slice(0, query.last);
  }

  deleteBefore(startedAt: number): number {
    const old = [...this.#records.values()].filter((record) => record.startedAt < startedAt);
    for (const { id } of old) this.#records.delete(id);
    return old.length;
  }

  close(): undefined {
    return undefined;
  }
}
