import type { DurationHistogram } from '../../types/monitoring.ts';

/** Upper bounds in milliseconds: those of the Prometheus clients, and longer ones for runs that wait for others. */
export const DURATION_BOUNDS_MS: readonly number[] = [
  1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000,
];

/** Counts durations by bounds; it takes the same memory however many there are. */
export class DurationRecorder {
  /** By the first bound that a duration does not pass; the last for those above all bounds. */
  readonly #counts = new Float64Array(DURATION_BOUNDS_MS.length + 1);
  #sumMs = 0;

  /** Takes a duration in milliseconds. */
  record(ms: number): undefined {
    let index = 0;
    while (ms > (DURATION_BOUNDS_MS[index] ?? Number.POSITIVE_INFINITY)) index++;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#sumMs += ms;
  }

  /** What it has counted so far, frozen. */
  snapshot(): DurationHistogram {
    let count = 0;
    const buckets = DURATION_BOUNDS_MS.map((atMostMs, index) => {
      count += this.#counts[index] ?? 0;
      return Object.freeze({ atMostMs, count });
    });
    const above = this.#counts[DURATION_BOUNDS_MS.length] ?? 0;
    return Object.freeze({ count: count + above, sumMs: this.#sumMs, buckets: Object.freeze(buckets) });
  }
}
