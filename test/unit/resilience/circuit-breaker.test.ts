import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CircuitBreaker } from '../../../src/resilience/circuit-breaker.ts';
import type { CircuitBreakerPolicy } from '../../../types/index.ts';

/** A breaker with a clock of its own. */
const timed = (policy: CircuitBreakerPolicy) => {
  const breaker = new CircuitBreaker(policy);
  let now = 1_000;
  return {
    breaker,
    pass: (ms: number): undefined => {
      now += ms;
    },
    admits: () => breaker.admits(now),
    enter: () => {
      assert.ok(breaker.admits(now), `refused while ${breaker.state}`);
      const era = breaker.enter();
      return (end: 'success' | 'failure' | 'neither') => breaker.settle(era, end, now);
    },
    failures: () => breaker.failures(now),
    retryAfterMs: () => breaker.retryAfterMs(now),
  };
};

describe('TestCircuitBreaker', () => {
  test('test_failures_in_a_row_open_it_and_a_success_between_does_not', () => {
    const { breaker, enter, admits, retryAfterMs } = timed({ opensAfter: { failures: 2 }, openMs: 50 });
    for (const end of ['failure', 'success', 'failure', 'neither', 'failure'] as const) {
      assert.equal(breaker.state, 'closed');
      enter()(end);
    }
    assert.deepEqual([breaker.state, admits(), retryAfterMs()], ['open', false, 50]);
  });

  test('test_half_open_lets_one_probe_through_at_a_time', () => {
    const { breaker, enter, admits, pass } = timed({
      opensAfter: { failures: 1 },
      openMs: 50,
      closesAfter: 2,
    });
    enter()('failure');
    pass(49);
    assert.equal(admits(), false);
    pass(1);
    const probe = enter();
    assert.deepEqual([breaker.state, admits()], ['halfOpen', false]);
    probe('success');
    assert.equal(breaker.state, 'halfOpen');
    enter()('success');
    assert.equal(breaker.state, 'closed');
  });

  test('test_successes_before_a_failed_probe_do_not_count_later', () => {
    const { breaker, enter, pass } = timed({ opensAfter: { failures: 1 }, openMs: 10, closesAfter: 2 });
    enter()('failure');
    pass(10);
    enter()('success');
    enter()('failure');
    assert.equal(breaker.state, 'open');
    pass(10);
    enter()('success');
    assert.equal(breaker.state, 'halfOpen');
    enter()('success');
    assert.equal(breaker.state, 'closed');
  });

  test('test_a_probe_that_nobody_waits_for_makes_room_for_another', () => {
    const { breaker, enter, admits, pass } = timed({ opensAfter: { failures: 1 }, openMs: 10 });
    enter()('failure');
    pass(10);
    enter()('neither');
    assert.deepEqual([breaker.state, admits()], ['halfOpen', true]);
  });

  test('test_a_call_from_before_a_change_is_not_counted_after_it', () => {
    const { breaker, enter, pass } = timed({ opensAfter: { failures: 1 }, openMs: 10 });
    const slow = enter();
    const slower = enter();
    enter()('failure');
    pass(10);
    const probe = enter();
    slow('success');
    assert.equal(breaker.state, 'halfOpen');
    probe('success');
    slower('failure');
    assert.equal(breaker.state, 'closed');
  });

  test('test_the_rate_of_failures_in_a_sliding_window', () => {
    const rate = { failureRate: 0.5, windowMs: 100, minimumCalls: 4 };
    const { breaker, enter, pass, failures } = timed({ opensAfter: rate });
    for (const end of ['failure', 'failure', 'failure'] as const) enter()(end);
    assert.deepEqual([breaker.state, failures()], ['closed', 3]);
    pass(100);
    assert.equal(failures(), 0);
    for (const end of ['success', 'success', 'failure'] as const) enter()(end);
    pass(50);
    assert.equal(breaker.state, 'closed');
    enter()('failure');
    assert.equal(breaker.state, 'open');
  });
});
