/** What is known of a failed attempt besides its error. */
export interface FailedAttempt {
  readonly nodeId: string;
  readonly nodeType: string;
  /** The number of the attempt that has failed, from 1. */
  readonly attempt: number;
}

/** Whether a rule holds for an error; it must answer at once. Only in code: JSON cannot carry it. */
export type ErrorPredicate = (error: unknown, failed: FailedAttempt) => boolean;

/** What an error has to be like; all that is given has to hold, of the error or of one of its causes. */
export interface ErrorPattern {
  /** The name of its class, or of a class that it extends. */
  readonly name?: string;
  /** Its `code`, such as `ECONNRESET`. */
  readonly code?: string;
  /** Its message, whole and letter for letter, where `*` stands for any text: `'*timed out*'`. */
  readonly message?: string;
}

/**
 * Which errors are meant: by the name of a class or by a code (a string), by a pattern, or by a predicate. The first two survive JSON.
 *
 * @example
 * ```ts
 * import type { RetryPolicy } from 'lockstep/types';
 * const retry: RetryPolicy = {
 *   maxAttempts: 5,
 *   retryOn: ['NodeTimeoutError', 'ECONNRESET', { message: '*rate limit*' }, (error) => Object(error).status === 503],
 * };
 * ```
 */
export type ErrorMatcher = string | ErrorPattern | ErrorPredicate;

/** A breaker opens after so many failures in a row. */
export interface ConsecutiveFailures {
  /** A whole number from 1. */
  readonly failures: number;
}

/** A breaker opens when this share of the calls of the last `windowMs` has failed. */
export interface FailureRate {
  /** Greater than 0, at most 1. */
  readonly failureRate: number;
  /** In milliseconds, from 1; counted in tenths of it. */
  readonly windowMs: number;
  /** With fewer calls in the window it stays closed: a whole number from 1. */
  readonly minimumCalls: number;
}

/**
 * When a node is no longer called since what it calls is down. All runs of a runtime share the breaker of a key.
 *
 * @example
 * ```ts
 * import type { CircuitBreakerPolicy } from 'lockstep/types';
 * const circuitBreaker: CircuitBreakerPolicy = { name: 'payments', opensAfter: { failures: 5 }, openMs: 10_000 };
 * ```
 */
export interface CircuitBreakerPolicy {
  /** The key; the type of the node unless given. */
  readonly name?: string;
  readonly opensAfter: ConsecutiveFailures | FailureRate;
  /** How long it refuses every call before it lets a probe through, in milliseconds from 0; 30,000 unless given. */
  readonly openMs?: number;
  /** How many probes in a row have to succeed, one at a time, before it closes: a whole number from 1; 1 unless given. */
  readonly closesAfter?: number;
  /** The errors that count as failures; all unless given. */
  readonly countOn?: readonly ErrorMatcher[];
  /** The errors that count neither as failures nor as successes; none unless given. */
  readonly ignoreOn?: readonly ErrorMatcher[];
}

/** `closed` lets calls through, `open` refuses them, `halfOpen` lets one at a time through as a probe. */
export type CircuitState = 'closed' | 'open' | 'halfOpen';

/** A circuit breaker as it stands. */
export interface CircuitBreakerStatus {
  readonly name: string;
  readonly state: CircuitState;
  /** Failures that count towards opening: those in a row, or those in the window. */
  readonly failures: number;
  /** Milliseconds until it lets a probe through; 0 where it is not open. */
  readonly retryAfterMs: number;
}

/**
 * How many attempts may be under way at once, of all nodes and runs of a runtime that share a key.
 *
 * @example
 * ```ts
 * import type { BulkheadPolicy } from 'lockstep/types';
 * const bulkhead: BulkheadPolicy = { name: 'payments', maxConcurrent: 4, maxQueue: 100, queueTimeoutMs: 2_000 };
 * ```
 */
export interface BulkheadPolicy {
  /** The key; the type of the node unless given. */
  readonly name?: string;
  /** A whole number from 1. */
  readonly maxConcurrent: number;
  /** How many more may wait, first come, first served: a whole number from 0; 0 unless given. Nothing waits on `LocalRuntime`. */
  readonly maxQueue?: number;
  /** How long one may wait, in milliseconds, greater than 0; without limit unless given. */
  readonly queueTimeoutMs?: number;
}

/** A bulkhead as it stands. */
export interface BulkheadStatus {
  readonly name: string;
  readonly maxConcurrent: number;
  readonly underWay: number;
  readonly queued: number;
}
