import type { CheckpointRecord, RunEnd, RunLease } from '../../types/checkpoint-store.ts';
import { isWithin } from './scope.ts';
import type { AnyStore, StoreCall } from './store-call.ts';
import { validRecords } from './valid-records.ts';

/** What one run writes to its store, its sub-workflows included, and what is there from before. */
export class Journal {
  readonly runId: string;
  readonly owner: string;
  /** Why nothing can be written any more. */
  failure: Error | undefined = undefined;
  readonly #store: AnyStore;
  readonly #leaseMs: number;
  readonly #before: Map<string, readonly CheckpointRecord[]>;
  #sequence: number;

  constructor({ runId, owner, store, leaseMs }: JournalOptions, before: readonly CheckpointRecord[]) {
    this.runId = runId;
    this.owner = owner;
    this.#store = store;
    this.#leaseMs = leaseMs;
    this.#before = byScope(validRecords(before));
    this.#sequence = before.at(-1)?.sequence ?? 0;
  }

  /** The number of the next record. */
  next(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** The records of a scope from before the run was resumed. */
  before(scope: string): readonly CheckpointRecord[] {
    return this.#before.get(scope) ?? [];
  }

  /** Whether anything of a scope, or inside of it, is there from before. */
  hasBefore(scope: string): boolean {
    return [...this.#before.keys()].some((each) => isWithin(each, scope));
  }

  /** Makes void what is there from before of a scope and inside of it: its node is tried anew. */
  forget(scope: string): undefined {
    for (const each of [...this.#before.keys()]) if (isWithin(each, scope)) this.#before.delete(each);
  }

  /** Writes records and extends the lease; without records, only that. */
  append(records: readonly CheckpointRecord[]): StoreCall<boolean> {
    return { method: 'append', make: () => this.#store.append(this.runId, this.#lease(), records) };
  }

  end(end: RunEnd): StoreCall<boolean> {
    return { method: 'endRun', make: () => this.#store.endRun(this.runId, this.owner, end) };
  }

  /** How often to show a sign of life, in milliseconds. */
  get beatMs(): number {
    return Math.min(this.#leaseMs / 3, 2_147_483_647);
  }

  #lease(): RunLease {
    return { owner: this.owner, leaseUntil: Date.now() + this.#leaseMs };
  }
}

/** What a journal is of. */
export interface JournalOptions {
  readonly runId: string;
  readonly owner: string;
  readonly store: AnyStore;
  readonly leaseMs: number;
}

const byScope = (records: readonly CheckpointRecord[]): Map<string, readonly CheckpointRecord[]> => {
  const scopes = new Map<string, CheckpointRecord[]>();
  for (const record of records) {
    const known = scopes.get(record.scope);
    if (known === undefined) scopes.set(record.scope, [record]);
    else known.push(record);
  }
  return scopes;
};
