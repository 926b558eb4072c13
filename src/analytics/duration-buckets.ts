/**
 * The upper bounds of the buckets in milliseconds: 1, 2, 5 in each decade from 10 µs to 1,000 s. They are fixed, so that histograms of
 * different runs, processes and times add up.
 */
export const BUCKETS_MS: readonly number[] = [
  0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000,
  50_000, 100_000, 200_000, 500_000, 1_000_000,
];
