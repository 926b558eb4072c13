import type { RuntimeCounts } from '../monitoring/metrics-recorder.ts';
import type { Resilience } from '../resilience/resilience.ts';
import type { RuntimeLimits } from '../resources/runtime-limits.ts';

/** What the guards and limits of a runtime have counted themselves. */
export const runtimeCounts = (
  { breakers, bulkheads }: Resilience,
  limits: RuntimeLimits | undefined,
): RuntimeCounts => ({
  queued: limits?.runs?.queued ?? 0,
  circuitBreakerTrips: sum(breakers.map((_, { trips }) => trips)),
  refusals: {
    circuitBreakers: sum(breakers.map((_, { refusals }) => refusals)),
    bulkheads: sum(bulkheads.map((_, { refusals }) => refusals)),
  },
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
