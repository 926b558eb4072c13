import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BUCKETS_MS } from '../../../src/analytics/duration-buckets.ts';
import { Histogram } from '../../../src/analytics/histogram.ts';

const histogramOf = (durations: readonly number[]): Histogram => {
  const histogram = new Histogram();
  for (const ms of durations) histogram.add(ms);
  return histogram;
};

describe('TestHistogram', () => {
  it('test_a_bound_belongs_to_the_bucket_below_it', () => {
    const { buckets } = histogramOf([0, 0.01, 0.010001, 1, 1.5, 2_000_000]).statistics();
    assert.deepEqual(buckets, [
      { upToMs: 0.01, count: 2 },
      { upToMs: 0.02, count: 1 },
      { upToMs: 1, count: 1 },
      { upToMs: 2, count: 1 },
      { upToMs: null, count: 1 },
    ]);
  });

  it('test_a_quantile_is_linear_within_its_bucket', () => {
    // Ten in (10, 20] of which the least is 10.5 and the greatest 20: the fifth is half-way.
    const spread = histogramOf([10.5, 11, 12, 13, 14, 15, 16, 17, 18, 20]);
    assert.equal(spread.quantile(0.5), 15.25);
    assert.equal(spread.quantile(1), 20);
  });

  it('test_without_durations_there_are_no_numbers', () => {
    assert.deepEqual(histogramOf([]).statistics(), {
      count: 0,
      totalMs: 0,
      minMs: null,
      maxMs: null,
      meanMs: null,
      p50Ms: null,
      p90Ms: null,
      p99Ms: null,
      buckets: [],
    });
  });

  it('test_an_estimate_is_within_the_bucket_of_the_true_quantile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 2_000_000, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0.5, 0.9, 0.99),
        (durations, share) => {
          const sorted = durations.toSorted((one, other) => one - other);
          const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
          const estimate = histogramOf(durations).quantile(share) ?? -1;
          const upper = BUCKETS_MS.findIndex((bound) => exact <= bound);
          const from = (upper === -1 ? BUCKETS_MS.at(-1) : BUCKETS_MS[upper - 1]) ?? 0;
          const to = Math.min(BUCKETS_MS[upper] ?? Number.POSITIVE_INFINITY, sorted.at(-1) ?? 0);
          // Half a microsecond of rounding.
          return estimate >= Math.min(from, sorted.at(-1) ?? 0) - 0.0005 && estimate <= to + 0.0005;
        },
      ),
    );
  });
});
