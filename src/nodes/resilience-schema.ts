import * as v from 'valibot';
import type {
  BulkheadPolicy,
  CircuitBreakerPolicy,
  ErrorMatcher,
  ErrorPredicate,
} from '../../types/resilience.ts';

const wholeFrom = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const LONGEST_MS = 2 ** 31 - 1;
const duration = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LONGEST_MS));
const name = v.pipe(v.string(), v.minLength(1));

const pattern = v.pipe(
  v.strictObject({
    name: v.exactOptional(name),
    code: v.exactOptional(name),
    message: v.exactOptional(v.string()),
  }),
  v.check((given) => Object.keys(given).length > 0, 'an object with a name, a code or a message'),
);

/** Which errors are meant. */
export const errorMatchers: v.GenericSchema<readonly ErrorMatcher[]> = v.array(
  v.union(
    [name, pattern, v.custom<ErrorPredicate>((value) => typeof value === 'function')],
    "the name of a class, a code, { name, code, message } with '*' for any text in message, or a predicate",
  ),
);

/** The policy of a circuit breaker as written in a config or an option. */
export const circuitBreakerPolicy: v.GenericSchema<CircuitBreakerPolicy> = v.strictObject({
  name: v.exactOptional(name),
  opensAfter: v.union(
    [
      v.strictObject({ failures: wholeFrom(1) }),
      v.strictObject({
        failureRate: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
        windowMs: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(LONGEST_MS)),
        minimumCalls: wholeFrom(1),
      }),
    ],
    '{ failures: a whole number from 1 }, or { failureRate: up to 1, windowMs: from 1, minimumCalls: from 1 }',
  ),
  openMs: v.exactOptional(duration),
  closesAfter: v.exactOptional(wholeFrom(1)),
  countOn: v.exactOptional(errorMatchers),
  ignoreOn: v.exactOptional(errorMatchers),
});

/** The policy of a bulkhead as written in a config or an option. */
export const bulkheadPolicy: v.GenericSchema<BulkheadPolicy> = v.strictObject({
  name: v.exactOptional(name),
  maxConcurrent: wholeFrom(1),
  maxQueue: v.exactOptional(wholeFrom(0)),
  queueTimeoutMs: v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(LONGEST_MS))),
});
