import * as v from 'valibot';
import { isPlainObject } from './plain-object.ts';
import { bulkheadPolicy, circuitBreakerPolicy, errorMatchers } from './resilience-schema.ts';

// What a timer can count, 24.8 days; a longer one would ring at once.
const LONGEST_MS = 2 ** 31 - 1;

/** A duration in milliseconds, from 0 to 2,147,483,647 (24.8 days). */
export const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LONGEST_MS));

/** A time limit in milliseconds: greater than 0, at most 2,147,483,647 (24.8 days). */
export const timeLimit = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(LONGEST_MS));

/** A retry policy as written in a config or an option. */
export const retryPolicy = v.pipe(
  v.strictObject({
    maxAttempts: v.pipe(v.number(), v.integer(), v.minValue(1)),
    delayMs: v.exactOptional(milliseconds),
    backoff: v.exactOptional(v.picklist(['fixed', 'linear', 'exponential', 'decorrelated'])),
    multiplier: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(1))),
    jitter: v.exactOptional(v.picklist(['none', 'full', 'equal'])),
    maxDelayMs: v.exactOptional(milliseconds),
    retryOn: v.exactOptional(errorMatchers),
    noRetryOn: v.exactOptional(errorMatchers),
  }),
  v.check(
    ({ backoff, jitter }) => backoff !== 'decorrelated' || jitter === undefined,
    "a policy without jitter, since backoff 'decorrelated' is left to chance as it is",
  ),
);

/** The entries that the config of every node may have. */
export const policyEntries = {
  retry: v.exactOptional(retryPolicy),
  timeoutMs: v.exactOptional(timeLimit),
  circuitBreaker: v.exactOptional(circuitBreakerPolicy),
  bulkhead: v.exactOptional(bulkheadPolicy),
};

/** The entry `inputs` of a node that takes any input: values for those that nothing else supplies. */
export const inputValues = v.exactOptional(
  // Not `v.record`, which passes over entries named `constructor` and `prototype` without a word.
  v.custom<Readonly<Record<string, unknown>>>(
    (value) => isPlainObject(value) && !Object.hasOwn(value, '__proto__'),
    "a plain object of input names and values (none of them '__proto__')",
  ),
);
