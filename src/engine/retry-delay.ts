import type { Jitter, RetryPolicy } from '../../types/runtime-options.ts';

/** What a delay depends on besides its policy. */
export interface DelayOf {
  /** The number of the coming attempt, from 2. */
  readonly attempt: number;
  /** The delay before the last attempt, in milliseconds; 0 before the second. */
  readonly previousMs: number;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
}

/**
 * The delay before an attempt, in milliseconds. The forms of chance, and the `decorrelated` backoff, are those of M. Brooker,
 * "Exponential Backoff and Jitter" (AWS Architecture Blog, 2015).
 *
 * @example
 * ```ts
 * const chance = { previousMs: 20, random: Math.random };
 * retryDelay({ maxAttempts: 5, delayMs: 10, backoff: 'exponential' }, { attempt: 4, ...chance }); // 40
 * ```
 */
export const retryDelay = (policy: RetryPolicy, of: DelayOf): number => {
  const { delayMs = 0, jitter = 'none', maxDelayMs = 30_000 } = policy;
  // A factor that has grown beyond all numbers would make 0 times it no number at all.
  if (delayMs === 0) return 0;
  const delay = Math.min(grown(policy, delayMs, of), maxDelayMs);
  return delay - delay * SHARES[jitter] * of.random();
};

/** How much of a delay is left to chance. */
const SHARES: Readonly<Record<Jitter, number>> = { none: 0, equal: 0.5, full: 1 };

const grown = (policy: RetryPolicy, delayMs: number, { attempt, previousMs, random }: DelayOf): number => {
  const { backoff = 'fixed', multiplier = 2 } = policy;
  switch (backoff) {
    case 'fixed':
      return delayMs;
    case 'linear':
      return delayMs * (attempt - 1);
    case 'exponential':
      return delayMs * multiplier ** (attempt - 2);
    case 'decorrelated':
      return delayMs + random() * Math.max(0, 3 * Math.max(previousMs, delayMs) - delayMs);
  }
};
