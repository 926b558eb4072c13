import type { LimitedResource } from './resource-limits.ts';

/** How many durations were at most so long; each count includes those of the buckets before. */
export interface DurationBucket {
  /** The upper bound, in milliseconds. */
  readonly atMostMs: number;
  readonly count: number;
}

/** Durations, by bounds that are the same in each histogram: 1, 2.5, 5, 10, 25, 50, 100, 250, 500 ms, 1, 2.5, 5, 10, 30, 60 s, 5 and 15 min. */
export interface DurationHistogram {
  /** How many there were, those above the last bound included. */
  readonly count: number;
  /** All together, in milliseconds. */
  readonly sumMs: number;
  readonly buckets: readonly DurationBucket[];
}

/** Runs that a caller has begun; those of sub-workflows and loops are part of the run around them. Each ends in one way only. */
export interface RunCounts {
  readonly started: number;
  /** Runs that went on with what an earlier process or attempt has left; not counted as started. */
  readonly resumed: number;
  readonly completed: number;
  /** Runs that have a result though a node has failed. */
  readonly partial: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Runs that their user may not run. */
  readonly denied: number;
  /** Begun and not ended, those that are queued included. */
  readonly inFlight: number;
  /** Waiting for a place under `resourceLimits.maxConcurrentWorkflows`. */
  readonly queued: number;
}

/** How nodes have ended, in each iteration of a cycle and in each run inside of another one. */
export interface NodeCounts {
  readonly started: number;
  readonly completed: number;
  /** Failed for good, after all attempts. */
  readonly failed: number;
  readonly skipped: number;
  /** Attempts after the first. */
  readonly retried: number;
}

/** What is known of the nodes of one type. */
export interface NodeTypeMetrics extends NodeCounts {
  /** From the start of the first attempt to the end of the last one, with the waits in between. */
  readonly durations: DurationHistogram;
}

/** Attempts and runs that were refused without being begun. */
export interface RefusalCounts {
  readonly circuitBreakers: number;
  readonly bulkheads: number;
  /** By the option `resourceLimits`. */
  readonly resourceLimits: Readonly<Record<LimitedResource, number>>;
}

/** What the process uses, in bytes. */
export interface MemoryMetrics {
  readonly residentBytes: number;
  readonly heapUsedBytes: number;
  readonly heapTotalBytes: number;
  readonly externalBytes: number;
}

/** The event loop of the thread, since the runtime was made; a run of `LocalRuntime` holds it up for as long as it takes. */
export interface EventLoopMetrics {
  /** Share of the time in which it was busy, from 0 to 1. */
  readonly utilization: number;
  /** How late it turns, in milliseconds, looked at each 20 ms; 0 before the first look. */
  readonly delayMs: { readonly mean: number; readonly p99: number; readonly max: number };
}

/**
 * What a runtime has counted since it was made; frozen.
 *
 * @example
 * ```ts
 * import { LocalRuntime } from 'lockstep';
 * const { runs, nodes } = new LocalRuntime({ metrics: true }).getRuntimeMetrics();
 * runs.failed + nodes.retried; // 0
 * ```
 */
export interface RuntimeMetrics {
  readonly runs: RunCounts;
  readonly nodes: NodeCounts;
  /** By node type, in the order of their first start or skip. */
  readonly nodeTypes: Readonly<Record<string, NodeTypeMetrics>>;
  readonly runDurations: DurationHistogram;
  readonly nodeDurations: DurationHistogram;
  /** How often a circuit breaker has opened. */
  readonly circuitBreakerTrips: number;
  readonly refusals: RefusalCounts;
  readonly uptimeMs: number;
  readonly memory: MemoryMetrics;
  readonly eventLoop: EventLoopMetrics;
}

/** `degraded`: it runs, and something needs a look. `unhealthy`: runs are refused or fail because of the runtime itself. */
export type Health = 'healthy' | 'degraded' | 'unhealthy';

/** What is looked at, in this order. */
export type HealthCheckName =
  | 'lifecycle'
  | 'circuitBreakers'
  | 'bulkheads'
  | 'resourceLimits'
  | 'audit'
  | 'resources';

/** What came of one look. */
export interface HealthCheck {
  readonly name: HealthCheckName;
  readonly health: Health;
  /** What is wrong, one sentence each; empty where nothing is. */
  readonly reasons: readonly string[];
}

/**
 * How a runtime is; frozen.
 *
 * @example
 * ```ts
 * import { LocalRuntime } from 'lockstep';
 * const { health, checks } = new LocalRuntime().getHealthStatus();
 * health === 'healthy' && checks.every(({ reasons }) => reasons.length === 0); // true
 * ```
 */
export interface HealthStatus {
  /** The worst of its checks. */
  readonly health: Health;
  readonly checks: readonly HealthCheck[];
}
