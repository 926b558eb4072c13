import type { Color, Ret } from './color.ts';

/** How far a stored run has come; one that is `running` under an owner that has died was interrupted. */
export type StoredRunStatus = 'running' | 'completed' | 'partial' | 'failed' | 'cancelled';

/** Who may write to a stored run, and until when unless that is extended. */
export interface RunLease {
  /** The process and the attempt at the run; `null` where nobody runs it. */
  readonly owner: string | null;
  /** Milliseconds since 1970 by the owner's clock; 0 where nobody runs it. */
  readonly leaseUntil: number;
}

/** A run as a store keeps it. The texts are for the runtimes alone: a store gives them back as they are. */
export interface StoredRun extends RunLease {
  readonly runId: string;
  /** The name of the workflow. */
  readonly workflow: string;
  /** The workflow's nodes and connections, without the values of configs. */
  readonly shape: string;
  readonly parameters: string;
  /** The options that decide what the run's results are. */
  readonly settings: string;
  /** Unique among the runs of a store, where there is one. */
  readonly idempotencyKey: string | null;
  readonly status: StoredRunStatus;
  /** Milliseconds since 1970, of the start and of the last end of the run. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** What it ended with: its result, or its error. */
  readonly outcome: string | null;
}

/** What has become of one node (of one iteration), of an attempt at it, or of a cycle's iteration; or that it is to be run again. */
export interface CheckpointRecord {
  /** From 1, in the order in which things happened; unique within a run, and not without gaps. */
  readonly sequence: number;
  /** The sub-workflows around the node: `''` for the run itself. */
  readonly scope: string;
  readonly kind: 'completed' | 'failed' | 'retried' | 'reopened' | 'iteration';
  /** The node's id; of an `iteration` the cycle's, and of a `reopened` either. */
  readonly subject: string;
  /** The iteration of the cycle that the node is in, from 1; 0 outside cycles. */
  readonly iteration: number;
  /** The output or the error, as text. */
  readonly value: string;
}

/** The end of a run. */
export interface RunEnd {
  readonly status: Exclude<StoredRunStatus, 'running'>;
  readonly endedAt: number;
  readonly outcome: string;
}

/** Which runs to list. */
export interface RunFilter {
  readonly status?: StoredRunStatus;
  /** The name of the workflow. */
  readonly workflow?: string;
  /** How many at most: a whole number from 1; 100 unless given. */
  readonly limit?: number;
}

/**
 * Where the checkpoints of runs are kept. Each method is atomic; one that answers has made its change durable. `LocalRuntime` takes a store
 * of the colour `sync`, `AsyncLocalRuntime` of either.
 *
 * @example
 * ```ts
 * import { type CheckpointStore, LocalRuntime, MemoryCheckpointStore } from 'lockstep';
 * const store: CheckpointStore<'sync'> = new MemoryCheckpointStore();
 * const runtime = new LocalRuntime({ durability: { store } });
 * ```
 */
export interface CheckpointStore<C extends Color> {
  /** Keeps a new run, unless there is one with its id or idempotency key; answers the one that is kept. */
  readonly createRun: (run: StoredRun) => Ret<C, StoredRun>;
  /** The run of that id. */
  readonly readRun: (runId: string) => Ret<C, StoredRun | undefined>;
  /** Makes a run `running` under a new lease, if its lease is still the one that was seen; answers whether it was. */
  readonly claimRun: (runId: string, seen: RunLease, lease: RunLease) => Ret<C, boolean>;
  /** The records of a run, by `sequence`. */
  readonly readRecords: (runId: string) => Ret<C, readonly CheckpointRecord[]>;
  /** Adds records (or none) and extends the lease, if the owner is still the lease's; answers whether it was. All or nothing. */
  readonly append: (runId: string, lease: RunLease, records: readonly CheckpointRecord[]) => Ret<C, boolean>;
  /** Ends a run and its lease, if the owner is still this; answers whether it was. */
  readonly endRun: (runId: string, owner: string, end: RunEnd) => Ret<C, boolean>;
  /** The runs, the one that was started last first. */
  readonly listRuns: (filter?: RunFilter) => Ret<C, readonly StoredRun[]>;
  /** Forgets a run and its records; of no effect where there is none. */
  readonly deleteRun: (runId: string) => Ret<C, undefined>;
  /** Frees what the store holds; a runtime never closes a store. */
  readonly close: () => Ret<C, undefined>;
}
