import type { CircuitBreakerPolicy, CircuitState } from '../../types/resilience.ts';
import { type TripRule, tripRule } from './trip-rule.ts';

/** How a call that was let through has ended; `neither` counts as nothing. */
export type CallEnd = 'success' | 'failure' | 'neither';

const DEFAULT_OPEN_MS = 30_000;

/**
 * A circuit breaker (M. Nygard, "Release It!"): closed, open, and half open with one probe at a time. It keeps no clock: times are
 * milliseconds that never go back.
 */
export class CircuitBreaker {
  state: CircuitState = 'closed';
  /** How often it has opened. */
  trips = 0;
  /** How many calls it has refused; counted by those who ask it. */
  refusals = 0;
  readonly #rule: TripRule;
  readonly #openMs: number;
  readonly #closesAfter: number;
  #openedAt = 0;
  #isProbing = false;
  #successes = 0;
  /** Grows with each change of state, so that a call from before it is not counted after it. */
  #era = 0;

  constructor(policy: CircuitBreakerPolicy) {
    this.#rule = tripRule(policy);
    this.#openMs = policy.openMs ?? DEFAULT_OPEN_MS;
    this.#closesAfter = policy.closesAfter ?? 1;
  }

  /** Milliseconds until a probe is let through; 0 where the circuit is not open. */
  retryAfterMs(now: number): number {
    return this.state === 'open' ? Math.max(0, this.#openedAt + this.#openMs - now) : 0;
  }

  /** Failures that count towards opening. */
  failures(now: number): number {
    return this.#rule.failures(now);
  }

  /** Whether a call would be let through. */
  admits(now: number): boolean {
    if (this.state === 'open') return this.retryAfterMs(now) === 0;
    return this.state === 'closed' || !this.#isProbing;
  }

  /** Lets a call through that `admits` has allowed; the answer is given back to `settle`. */
  enter(): number {
    if (this.state === 'open') this.#change('halfOpen');
    if (this.state === 'halfOpen') this.#isProbing = true;
    return this.#era;
  }

  /** Takes the end of a call. */
  settle(era: number, end: CallEnd, now: number): undefined {
    if (era !== this.#era) return;
    this.#isProbing = false;
    if (end === 'neither') return;
    if (this.state === 'closed') {
      if (this.#rule.record(end === 'success', now)) this.#open(now);
    } else if (end === 'failure') this.#open(now);
    else {
      this.#successes++;
      if (this.#successes >= this.#closesAfter) this.#change('closed');
    }
  }

  #open(now: number): undefined {
    this.#openedAt = now;
    this.trips++;
    this.#change('open');
  }

  #change(state: CircuitState): undefined {
    this.state = state;
    this.#era++;
    this.#isProbing = false;
    this.#successes = 0;
    if (state !== 'open') this.#rule.reset();
  }
}
