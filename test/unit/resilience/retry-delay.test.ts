import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { retryDelay } from '../../../src/engine/retry-delay.ts';
import type { RetryPolicy } from '../../../types/index.ts';

/** The delays before the attempts 2 to 6 where chance always answers the same. */
const delays = (policy: Partial<RetryPolicy>, chance: number): readonly number[] => {
  const all: number[] = [];
  for (let attempt = 2; attempt <= 6; attempt += 1) {
    const of = { attempt, previousMs: all.at(-1) ?? 0, random: () => chance };
    all.push(retryDelay({ maxAttempts: 6, delayMs: 100, ...policy }, of));
  }
  return all;
};

describe('TestRetryDelay', () => {
  const cases: readonly [policy: Partial<RetryPolicy>, chance: number, expected: readonly number[]][] = [
    [{ backoff: 'exponential' }, 0.5, [100, 200, 400, 800, 1600]],
    // Full jitter: random between 0 and the delay.
    [{ backoff: 'exponential', jitter: 'full' }, 0.5, [50, 100, 200, 400, 800]],
    [{ backoff: 'exponential', jitter: 'full' }, 0, [100, 200, 400, 800, 1600]],
    // Equal jitter: half of it, and random between 0 and the other half.
    [{ backoff: 'exponential', jitter: 'equal' }, 1, [50, 100, 200, 400, 800]],
    [{ backoff: 'exponential', jitter: 'equal', maxDelayMs: 400 }, 0.5, [75, 150, 300, 300, 300]],
    [{ backoff: 'linear', jitter: 'full' }, 0.25, [75, 150, 225, 300, 375]],
    // Decorrelated jitter: min(cap, random between the base and three times the last delay).
    [{ backoff: 'decorrelated' }, 0, [100, 100, 100, 100, 100]],
    [{ backoff: 'decorrelated' }, 1, [300, 900, 2700, 8100, 24300]],
    [{ backoff: 'decorrelated', maxDelayMs: 1000 }, 0.5, [200, 350, 575, 912.5, 1000]],
    [{ backoff: 'decorrelated', delayMs: 0 }, 1, [0, 0, 0, 0, 0]],
  ];
  for (const [policy, chance, expected] of cases) {
    test(`test_${JSON.stringify(policy)}_at_${chance}`, () => {
      assert.deepEqual(delays(policy, chance), expected);
    });
  }
});
