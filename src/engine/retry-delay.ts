import type { RetryPolicy } from '../../types/runtime-options.ts';

/**
 * The delay before an attempt (counted from 1, so from 2 on), in milliseconds.
 *
 * @example
 * ```ts
 * retryDelay({ maxAttempts: 5, delayMs: 10, backoff: 'exponential' }, 4); // 40
 * ```
 */
export const retryDelay = (policy: RetryPolicy, attempt: number): number => {
  const { delayMs = 0, backoff = 'fixed', multiplier = 2, maxDelayMs = 30_000 } = policy;
  const retries = attempt - 1;
  // A factor that has grown beyond all numbers would make 0 times it no number at all.
  if (delayMs === 0) return 0;
  const delay =
    backoff === 'fixed'
      ? delayMs
      : backoff === 'linear'
        ? delayMs * retries
        : delayMs * multiplier ** (retries - 1);
  return Math.min(delay, maxDelayMs);
};
