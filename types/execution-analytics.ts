/** Durations in milliseconds; all but `count` and `totalMs` are `null` where there are none. */
export interface DurationStatistics {
  readonly count: number;
  readonly totalMs: number;
  readonly minMs: number | null;
  readonly maxMs: number | null;
  readonly meanMs: number | null;
  /** Percentiles, estimated from `buckets`. */
  readonly p50Ms: number | null;
  readonly p90Ms: number | null;
  readonly p99Ms: number | null;
  /** How many were at most `upToMs` and more than the bucket before; the last one has no bound (`null`). Empty buckets are left out. */
  readonly buckets: readonly { readonly upToMs: number | null; readonly count: number }[];
}

/** What retries were good for. */
export interface RetryAnalytics {
  /** Further attempts. */
  readonly retries: number;
  /** Executions that had at least one further attempt. */
  readonly retried: number;
  /** Those of them that completed in the end. */
  readonly rescued: number;
  /** `rescued` as a share of `retried`, from 0 to 1; `null` where nothing was retried. */
  readonly effectiveness: number | null;
}

/** One node of a workflow over all runs; a node of a cycle counts once an iteration, the items of a loop count together. */
export interface NodeAnalytics {
  readonly workflow: string;
  /** Its id, behind those of the sub-workflows around it; `loop/*` is the items of a loop. */
  readonly path: string;
  readonly nodeType: string;
  /** `completed`, `failed` and `aborted` together. */
  readonly executions: number;
  readonly completed: number;
  readonly failed: number;
  /** Ended with their run, before they had an outcome. */
  readonly aborted: number;
  readonly skipped: number;
  /** Taken from checkpoints. */
  readonly reused: number;
  /** Of completed and failed executions, waits and all attempts included. */
  readonly durations: DurationStatistics;
  readonly retry: RetryAnalytics;
  /** How many of its executions were on the critical path of their run; of nodes inside of sub-workflows and loops always 0. */
  readonly critical: number;
}

/** How often the ports of a node that routes were active. */
export interface BranchAnalytics {
  readonly workflow: string;
  readonly path: string;
  readonly executions: number;
  /** By name; `share` is of `executions`, from 0 to 1. */
  readonly ports: readonly { readonly port: string; readonly count: number; readonly share: number }[];
}

/**
 * What the recorded runs of a query have in common.
 *
 * @example
 * ```ts
 * import { LocalRuntime, MemoryRunHistoryStore } from 'lockstep';
 * const runtime = new LocalRuntime({ analytics: { store: new MemoryRunHistoryStore() } });
 * const slowest = runtime.getExecutionAnalytics({ last: 100 }).nodes.toSorted((a, b) => b.durations.totalMs - a.durations.totalMs)[0];
 * ```
 */
export interface ExecutionAnalytics {
  readonly runs: {
    readonly total: number;
    readonly completed: number;
    readonly partial: number;
    readonly failed: number;
    readonly cancelled: number;
    /** `completed` as a share of `total`, from 0 to 1; `null` where there are none. */
    readonly successRate: number | null;
    /** Start of the first and of the last one, in milliseconds since 1970. */
    readonly firstStartedAt: number | null;
    readonly lastStartedAt: number | null;
    /** Of all runs but those whose kept result was answered. */
    readonly durations: DurationStatistics;
  };
  /** By workflow and path. */
  readonly nodes: readonly NodeAnalytics[];
  readonly branches: readonly BranchAnalytics[];
  readonly retry: RetryAnalytics;
  /** What was not run again because it was kept. */
  readonly reuse: {
    /** Runs that went on from checkpoints. */
    readonly resumedRuns: number;
    /** Runs whose kept result was answered: idempotency keys, and `resume` of a run that had one. */
    readonly answeredRuns: number;
    /** Nodes taken from checkpoints, in either. */
    readonly reusedNodes: number;
    readonly executedNodes: number;
    /** `reusedNodes` as a share of both, from 0 to 1; `null` where there are none. */
    readonly rate: number | null;
  };
  /** Records that the store has not taken yet; they are counted here all the same. */
  readonly unstored: number;
  /** Nodes that the records had no room for. */
  readonly leftOut: number;
}

/** The longest chain of a run's nodes, each of which had to wait for the one before. */
export interface CriticalPath {
  /** The sum of their durations: no run with these durations could be faster. */
  readonly lengthMs: number;
  /** What the run took beyond that: for free places, for the engine and for its stores. */
  readonly overheadMs: number;
  readonly nodes: readonly CriticalNode[];
  /** Each executed node of the run itself with how much longer it could have taken without a longer critical path, in record order. */
  readonly slack: readonly (CriticalNode & { readonly slackMs: number })[];
}

/** A node of a critical path. */
export interface CriticalNode {
  readonly nodeId: string;
  /** From 1, only inside a cycle. */
  readonly iteration?: number;
  readonly durationMs: number;
}
