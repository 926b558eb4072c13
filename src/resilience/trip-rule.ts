import type { CircuitBreakerPolicy, FailureRate } from '../../types/resilience.ts';

/** Counts calls and says when they are reason to open a circuit. */
export interface TripRule {
  /** Counts a call; answers whether the circuit opens. */
  readonly record: (ok: boolean, now: number) => boolean;
  /** Failures that count towards opening, as of now. */
  readonly failures: (now: number) => number;
  readonly reset: () => undefined;
}

/** The rule of a policy. */
export const tripRule = ({ opensAfter }: CircuitBreakerPolicy): TripRule =>
  'failures' in opensAfter ? consecutive(opensAfter.failures) : rate(opensAfter);

const consecutive = (limit: number): TripRule => {
  let inARow = 0;
  return {
    record: (ok) => {
      inARow = ok ? 0 : inARow + 1;
      return inARow >= limit;
    },
    failures: () => inARow,
    reset: () => {
      inARow = 0;
    },
  };
};

interface Tenth {
  /** Which tenth of a window, counted from the clock's beginning. */
  readonly number: number;
  calls: number;
  failures: number;
}

const TENTHS = 10;

// A sliding window in tenths, as resilience4j's time-based one in seconds: what it holds does not grow with the calls.
const rate = ({ failureRate, windowMs, minimumCalls }: FailureRate): TripRule => {
  let tenths: Tenth[] = [];
  let calls = 0;
  let failures = 0;
  const at = (now: number): Tenth => {
    const number = Math.floor((now * TENTHS) / windowMs);
    const last = tenths.at(-1);
    if (last?.number === number) return last;
    const tenth: Tenth = { number, calls: 0, failures: 0 };
    tenths = [...tenths.filter((each) => each.number > number - TENTHS), tenth];
    calls = tenths.reduce((sum, each) => sum + each.calls, 0);
    failures = tenths.reduce((sum, each) => sum + each.failures, 0);
    return tenth;
  };
  return {
    record: (ok, now) => {
      const tenth = at(now);
      const failed = ok ? 0 : 1;
      tenth.calls++;
      tenth.failures += failed;
      calls++;
      failures += failed;
      return calls >= minimumCalls && failures / calls >= failureRate;
    },
    failures: (now) => {
      at(now);
      return failures;
    },
    reset: () => {
      tenths = [];
      calls = 0;
      failures = 0;
    },
  };
};
