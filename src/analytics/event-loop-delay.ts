import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { RunProfile } from '../../types/run-history.ts';

/** How often the loop is looked at, in milliseconds. */
const RESOLUTION_MS = 5;

/** Measures how late the event loop is; its timer keeps no process alive. */
export const measureEventLoopDelay = (): IntervalHistogram => {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  return histogram;
};

/** Ends the measurement. Node counts the time between two looks: what lies beyond the interval is the delay. */
export const eventLoopDelay = (histogram: IntervalHistogram): RunProfile['eventLoopDelay'] => {
  histogram.disable();
  const delay = (nanoseconds: number): number =>
    Math.max(0, Math.round(nanoseconds / 1_000 - RESOLUTION_MS * 1_000) / 1_000);
  if (histogram.count === 0) return null;
  return {
    minMs: delay(histogram.min),
    meanMs: delay(histogram.mean),
    p50Ms: delay(histogram.percentile(50)),
    p99Ms: delay(histogram.percentile(99)),
    maxMs: delay(histogram.max),
  };
};
