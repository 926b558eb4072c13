import type { Color, Ret } from './color.ts';

/** How a recorded run has ended. */
export type RecordedStatus = 'completed' | 'partial' | 'failed' | 'cancelled';

/** Whether a recorded run was new, went on from checkpoints (`resume`, an idempotency key), or had its kept result answered. */
export type RunOrigin = 'new' | 'resumed' | 'answered';

/**
 * What became of a node: it gave its output, failed for good, was passed over, was still under way when its run ended, or had finished
 * before the run was resumed.
 */
export type NodeOutcome = 'completed' | 'failed' | 'skipped' | 'aborted' | 'reused';

/** The class of an error, and its code; never its message, which may quote a value. */
export interface RecordedError {
  readonly name: string;
  readonly code?: string;
}

/** One attempt at a node, in milliseconds since the start of the run. */
export interface AttemptRecord {
  readonly startMs: number;
  readonly endMs: number;
  readonly outcome: 'completed' | 'failed' | 'aborted';
}

/** What one node of a run did; in a cycle, in one iteration. */
export interface NodeRecord {
  /** Where it stands: its id behind the ids of the sub-workflows around it (`order/ship`); an item of a loop is `*` (`loop/*`). */
  readonly path: string;
  readonly nodeId: string;
  readonly nodeType: string;
  /** From 1, only inside a cycle. */
  readonly iteration?: number;
  /** The place in `nodes` of the node whose sub-workflow or loop this one belongs to; absent on the run's own nodes. */
  readonly parent?: number;
  readonly outcome: NodeOutcome;
  /** When the node was taken and when it settled, waits included, in milliseconds since the start of the run. */
  readonly startMs: number;
  readonly endMs: number;
  /** Those whose body was called: none of a skipped node, of one whose inputs could not be made, of a refused one. */
  readonly attempts: readonly AttemptRecord[];
  /** How often it was tried again. */
  readonly retries: number;
  /** The active ports of a node that routes, unless its output is masked. */
  readonly ports?: readonly string[];
  readonly error?: RecordedError;
}

/** A connection of a recorded workflow; `cycle` names the cycle that it is a back edge of. */
export interface RecordedEdge {
  readonly source: string;
  readonly output: string;
  readonly target: string;
  readonly input: string;
  readonly cycle?: string;
}

/** The workflow of a recorded run: ids, types and connections, no configs. */
export interface RunGraph {
  /** In plan order; `cycle` is the id of the cycle that a node is in. */
  readonly nodes: readonly { readonly id: string; readonly type: string; readonly cycle?: string }[];
  readonly edges: readonly RecordedEdge[];
}

/** How long something had to wait in a run: for a free place, for a limit or a bulkhead, and between attempts; milliseconds. */
export interface RunWaits {
  readonly placeMs: number;
  readonly admissionMs: number;
  readonly retryMs: number;
}

/** What `enableProfiling` adds to a record. */
export interface RunProfile {
  readonly concurrency: {
    /** The option `maxConcurrency`. */
    readonly limit: number;
    /** The most nodes that were under way at once. */
    readonly max: number;
    /** Their mean over the run's time, weighted by time. */
    readonly mean: number;
    /** `mean` as a share of `limit`, from 0 to 1. */
    readonly utilisation: number;
    /** How many nodes were under way from each of these moments on, in milliseconds since the start of the run. */
    readonly timeline: readonly { readonly atMs: number; readonly inFlight: number }[];
  };
  readonly waits: RunWaits & {
    /** The nodes that waited for a millisecond or longer, the longest wait first. */
    readonly byNode: readonly (RunWaits & { readonly nodeId: string; readonly iteration?: number })[];
  };
  /** How late the event loop was while the run was under way, in milliseconds; `null` where the run was too short to measure it. */
  readonly eventLoopDelay: {
    readonly minMs: number;
    readonly meanMs: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly maxMs: number;
  } | null;
}

/** What is kept of a run: ids, sizes, moments and outcomes; no inputs, no outputs, no messages. */
export interface RunRecord {
  /** Of the record: a run that was resumed has one for each time it went on. */
  readonly id: string;
  readonly runId: string;
  readonly workflow: string;
  readonly origin: RunOrigin;
  readonly status: RecordedStatus;
  readonly error?: RecordedError;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly maxConcurrency: number;
  readonly graph: RunGraph;
  /** In the order in which they were taken or passed over, those inside of sub-workflows and loops included. */
  readonly nodes: readonly NodeRecord[];
  /** How many nodes there were beyond the 10,000 that a record holds. */
  readonly leftOut: number;
  readonly profile?: RunProfile;
}

/**
 * Which runs to look at.
 *
 * @example
 * ```ts
 * import type { RunHistoryQuery } from 'lockstep/types';
 * const lastHour: RunHistoryQuery = { workflow: 'orders', since: Date.now() - 3_600_000, last: 500 };
 * ```
 */
export interface RunHistoryQuery {
  /** The name of the workflow. */
  readonly workflow?: string;
  readonly runId?: string;
  readonly status?: RecordedStatus;
  /** Started then or later: milliseconds since 1970, or a date. */
  readonly since?: number | Date;
  /** Started before then: milliseconds since 1970, or a date. */
  readonly until?: number | Date;
  /** How many at most, the latest: a whole number from 1 to 100,000; 1,000 unless given. */
  readonly last?: number;
}

/** A query as a store is given it: checked, with moments in milliseconds since 1970. */
export interface StoredRunQuery extends Omit<RunHistoryQuery, 'since' | 'until'> {
  readonly since?: number;
  readonly until?: number;
  readonly last: number;
}

/**
 * Where records of runs are kept. `LocalRuntime` takes a store of the colour `sync`, `AsyncLocalRuntime` of either. A store of your own
 * has these four functions; a record is plain JSON.
 *
 * @example
 * ```ts
 * import type { RunHistoryStore, RunRecord } from 'lockstep';
 * const kept: RunRecord[] = [];
 * const store: RunHistoryStore<'sync'> = {
 *   append: (record) => {
 *     kept.unshift(record);
 *   },
 *   list: ({ last }) => kept.slice(0, last),
 *   deleteBefore: () => kept.splice(0).length,
 *   close: () => undefined,
 * };
 * ```
 */
export interface RunHistoryStore<C extends Color> {
  /** Keeps a record, whole or not at all; of no effect where there is one with its `id`. Throws where it cannot. */
  readonly append: (record: RunRecord) => Ret<C, undefined>;
  /** The records of a query, the run that was started last first. */
  readonly list: (query: StoredRunQuery) => Ret<C, readonly RunRecord[]>;
  /** Forgets the runs that were started before then (milliseconds since 1970); answers how many those were. */
  readonly deleteBefore: (startedAt: number) => Ret<C, number>;
  /** Frees what the store holds; a runtime never closes a store. */
  readonly close: () => Ret<C, undefined>;
}

/**
 * How runs are recorded for analytics.
 *
 * @example
 * ```ts
 * import { LocalRuntime, MemoryRunHistoryStore } from 'lockstep';
 * const runtime = new LocalRuntime({ analytics: { store: new MemoryRunHistoryStore() } });
 * ```
 */
export interface AnalyticsOptions {
  readonly store: RunHistoryStore<'sync'> | RunHistoryStore<'async'>;
  /**
   * What a store that fails does to a run: nothing but a process warning (`warn`, unless given), or a run that would have had a result
   * throws `RunHistoryError` (`fail`). Either way the record is kept in memory and stored with the next run or by `close`.
   */
  readonly onStoreFailure?: 'warn' | 'fail';
}
