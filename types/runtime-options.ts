import type { AccessControl, UserContext } from './access-control.ts';
import type { AuditOptions } from './audit.ts';
import type { DurabilityOptions } from './durability-options.ts';
import type { Logger } from './logger.ts';
import type { DeclaredResource } from './node-resources.ts';
import type { OpenTelemetryOptions } from './open-telemetry.ts';
import type { BulkheadPolicy, CircuitBreakerPolicy, ErrorMatcher } from './resilience.ts';
import type { ResourceLimits } from './resource-limits.ts';
import type { AnalyticsOptions } from './run-history.ts';
import type { SecretProvider } from './secret-provider.ts';

/** What happens to the inactive ports of a switch: their targets are skipped, or receive `null`. */
export type ConditionalExecution = 'route_data' | 'skip_branches';

/** What a failing node does to the run: end it, skip its direct dependents, or hand them `null`. */
export type OnError = 'stop' | 'skipDependents' | 'continue';

/**
 * How the delay between two attempts grows: not at all, by the same amount, by a factor, or at random between the first delay and
 * three times the last one.
 */
export type Backoff = 'fixed' | 'linear' | 'exponential' | 'decorrelated';

/** How much of a delay is left to chance, so that many who failed together do not come back together: nothing, all, or half of it. */
export type Jitter = 'none' | 'full' | 'equal';

/**
 * How often a failing node is tried again, and how long the runtime waits in between.
 *
 * @example
 * ```ts
 * import type { RetryPolicy } from 'lockstep/types';
 * const retry: RetryPolicy = { maxAttempts: 4, delayMs: 100, backoff: 'exponential' }; // waits 100, 200, 400 ms
 * ```
 */
export interface RetryPolicy {
  /** All attempts, the first included: a whole number from 1. */
  readonly maxAttempts: number;
  /** Delay before the second attempt, in milliseconds, from 0; 0 unless given. */
  readonly delayMs?: number;
  /** Growth of the delay; `fixed` unless given. */
  readonly backoff?: Backoff;
  /** Factor of an `exponential` backoff, from 1; 2 unless given. */
  readonly multiplier?: number;
  /** Chance in the delay; `none` unless given. A `decorrelated` backoff has its own. */
  readonly jitter?: Jitter;
  /** Upper bound of one delay, in milliseconds, at most 2,147,483,647; 30,000 unless given. */
  readonly maxDelayMs?: number;
  /** The errors that are tried again; all unless given, but for refusals (`CircuitOpenError`, `BulkheadFullError`, ...). */
  readonly retryOn?: readonly ErrorMatcher[];
  /** The errors that are never tried again, whatever `retryOn` says; none unless given. */
  readonly noRetryOn?: readonly ErrorMatcher[];
}

/**
 * The options that both runtimes take.
 *
 * @example
 * ```ts
 * import type { RuntimeOptions } from 'lockstep/types';
 * const options: RuntimeOptions = { conditionalExecution: 'skip_branches', onError: 'continue' };
 * ```
 */
export interface RuntimeOptions {
  /** `route_data` unless given. */
  readonly conditionalExecution?: ConditionalExecution;
  /** `stop` unless given. */
  readonly onError?: OnError;
  /** Whether an output that says `success: false` is a failure; `true` unless given. */
  readonly contentAwareSuccess?: boolean;
  /** Whether workflows with declared cycles are accepted; `true` unless given. */
  readonly enableCycles?: boolean;
  /** Retry policy of every node that has none of its own; one attempt unless given. */
  readonly retry?: RetryPolicy;
  /** Circuit breaker of every node that has none of its own, one for each node type (or one for all, if it has a name); none unless given. */
  readonly circuitBreaker?: CircuitBreakerPolicy;
  /** Bulkhead of every node that has none of its own, sub-workflows excepted, one for each node type (or one for all, if it has a name); none unless given. */
  readonly bulkhead?: BulkheadPolicy;
  /** Time limit of a run in milliseconds, greater than 0, at most 2,147,483,647 (24.8 days); none unless given. */
  readonly timeoutMs?: number;
  /** Where checkpoints of runs are kept, so that `resume` can go on with them; runs are not durable unless given. */
  readonly durability?: DurabilityOptions;
  /** Whether what nodes share stays open between runs, until `cleanupResources` or `close`; `false` unless given. */
  readonly persistent?: boolean;
  /** How much the runtime may use, and what becomes of what would use more; no limits unless given. */
  readonly resourceLimits?: ResourceLimits;
  /** Resources that nodes reach by their key alone, and that `initializePersistentResources` opens; none unless given. */
  readonly resources?: Readonly<Record<string, DeclaredResource>>;
  /** Who may do what; everyone everything unless given. Once given, nothing is allowed but by a rule. */
  readonly accessControl?: AccessControl;
  /** Where the secrets come from that workflows refer to; none unless given. */
  readonly secretProvider?: SecretProvider;
  /** Where the starts, ends and denials of runs are recorded, so that changes to the record show; nowhere unless given. */
  readonly audit?: AuditOptions;
  /** Where a record of each run is kept, for `getExecutionAnalytics` and `getRunHistory`; nowhere unless given. */
  readonly analytics?: AnalyticsOptions;
  /** Whether the runtime counts what its runs do, for `getRuntimeMetrics`; `false` unless given. */
  readonly metrics?: boolean;
  /** What is told of each event of each run, in fields and words; nobody unless given. */
  readonly logger?: Logger;
  /** Makes spans of runs and nodes, and measures them; nothing unless given. */
  readonly openTelemetry?: OpenTelemetryOptions;
  /** On whose behalf runs go on that name no user of their own; nobody's unless given. */
  readonly userContext?: UserContext;
}

/** How a runtime is closed. */
export interface CloseOptions {
  /**
   * How long runs under way may go on before they are aborted, in milliseconds from 0; without limit unless given. A run of
   * `LocalRuntime` that is under way is a stream that nobody can take from meanwhile: it is aborted at once.
   */
  readonly drainMs?: number;
}

/**
 * The options of `AsyncLocalRuntime`: those of both runtimes and the async-only ones of the allowlist.
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime } from 'lockstep';
 * const runtime = new AsyncLocalRuntime({ maxConcurrency: 4, onError: 'continue' });
 * ```
 */
export interface AsyncRuntimeOptions extends RuntimeOptions {
  /** How many nodes of one run may be under way at once: a whole number from 1; 10 unless given. */
  readonly maxConcurrency?: number;
  /** Whether records of runs tell of concurrency over time, waits and the event loop's delay; `false` unless given. Needs `analytics`. */
  readonly enableProfiling?: boolean;
  /**
   * How many workers there may be for nodes that say they are CPU-bound (`cpuBound`): a whole number; 4 unless given. They are
   * started when there is work for them. With 0 such nodes run on the event loop.
   */
  readonly threadPoolSize?: number;
}

/**
 * The options of one run.
 *
 * @example
 * ```ts
 * import type { RunOptions } from 'lockstep/types';
 * const options: RunOptions = { parameters: { isLarge: { total: 60 } }, signal: AbortSignal.timeout(5_000) };
 * ```
 */
export interface RunOptions {
  /**
   * Input values. A key that is a node id, with a plain object as its value, goes to that node alone; every
   * other key is workflow-level. The object is never mutated.
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Cancels the run when it aborts. The sync runtime looks at it between nodes. */
  readonly signal?: AbortSignal;
  /** Time limit of this run in milliseconds; the runtime's own unless given. */
  readonly timeoutMs?: number;
  /**
   * Names this run for good: with a key whose run has completed, that run's result is the answer and nothing runs; with one whose run was
   * interrupted, has failed or was cancelled, that run goes on. Needs `durability`.
   */
  readonly idempotencyKey?: string;
  /** Error policy of this run; the runtime's own unless given. */
  readonly onError?: OnError;
  /** On whose behalf this run goes on; the runtime's own user unless given. */
  readonly userContext?: UserContext;
}
