import type { DurationStatistics } from '../../types/execution-analytics.ts';
import { BUCKETS_MS } from './duration-buckets.ts';
import { microseconds } from './microseconds.ts';

/** Durations, counted in the fixed buckets. */
export class Histogram {
  readonly #counts = new Array<number>(BUCKETS_MS.length + 1).fill(0);
  #count = 0;
  #totalMs = 0;
  #minMs = Number.POSITIVE_INFINITY;
  #maxMs = 0;

  add(ms: number): undefined {
    const found = BUCKETS_MS.findIndex((bound) => ms <= bound);
    const bucket = found === -1 ? BUCKETS_MS.length : found;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#count++;
    this.#totalMs += ms;
    this.#minMs = Math.min(this.#minMs, ms);
    this.#maxMs = Math.max(this.#maxMs, ms);
  }

  /**
   * Estimates a quantile: linear within its bucket, as Prometheus' `histogram_quantile` does, and never outside of what was measured.
   *
   * @param share - from 0 to 1
   * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
   */
  quantile(share: number): number | null {
    if (this.#count === 0) return null;
    const rank = share * this.#count;
    let before = 0;
    const bucket = this.#counts.findIndex((count) => {
      if (count > 0 && before + count >= rank) return true;
      before += count;
      return false;
    });
    const lower = Math.max(BUCKETS_MS[bucket - 1] ?? 0, this.#minMs);
    const upper = Math.min(BUCKETS_MS[bucket] ?? Number.POSITIVE_INFINITY, this.#maxMs);
    return microseconds(lower + (upper - lower) * ((rank - before) / (this.#counts[bucket] ?? 1)));
  }

  statistics(): DurationStatistics {
    const isEmpty = this.#count === 0;
    return {
      count: this.#count,
      totalMs: microseconds(this.#totalMs),
      minMs: isEmpty ? null : this.#minMs,
      maxMs: isEmpty ? null : this.#maxMs,
      meanMs: isEmpty ? null : microseconds(this.#totalMs / this.#count),
      p50Ms: this.quantile(0.5),
      p90Ms: this.quantile(0.9),
      p99Ms: this.quantile(0.99),
      buckets: this.#counts
        .map((count, index) => ({ upToMs: BUCKETS_MS[index] ?? null, count }))
        .filter(({ count }) => count > 0),
    };
  }
}
