import type {
  BulkheadPolicy,
  BulkheadStatus,
  CircuitBreakerPolicy,
  CircuitBreakerStatus,
} from '../../types/resilience.ts';
import { Bulkhead } from './bulkhead.ts';
import { ByKey } from './by-key.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

/** The breakers and bulkheads of one runtime, which all of its runs share. */
export interface Resilience {
  readonly breakers: ByKey<CircuitBreakerPolicy, CircuitBreaker>;
  readonly bulkheads: ByKey<BulkheadPolicy, Bulkhead>;
}

/** Those of a runtime that has not run anything yet. */
export const newResilience = (): Resilience => ({
  breakers: new ByKey((policy) => new CircuitBreaker(policy)),
  bulkheads: new ByKey((policy) => new Bulkhead(policy)),
});

/** How the breakers stand, in the order of their first use. */
export const breakerStatuses = ({ breakers }: Resilience, now: number): readonly CircuitBreakerStatus[] =>
  breakers.map((name, breaker) => ({
    name,
    state: breaker.state,
    failures: breaker.failures(now),
    retryAfterMs: breaker.retryAfterMs(now),
  }));

/** How the bulkheads stand, in the order of their first use. */
export const bulkheadStatuses = ({ bulkheads }: Resilience): readonly BulkheadStatus[] =>
  bulkheads.map((name, { policy, underWay, queued }) => ({
    name,
    maxConcurrent: policy.maxConcurrent,
    underWay,
    queued,
  }));
