import * as v from 'valibot';

const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

/** A time limit in milliseconds: finite, greater than 0. */
export const timeLimit = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** A retry policy as written in a config or an option. */
export const retryPolicy = v.strictObject({
  maxAttempts: v.pipe(v.number(), v.integer(), v.minValue(1)),
  delayMs: v.exactOptional(milliseconds),
  backoff: v.exactOptional(v.picklist(['fixed', 'linear', 'exponential'])),
  multiplier: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(1))),
  maxDelayMs: v.exactOptional(milliseconds),
});

/** The entries that the config of every node may have. */
export const policyEntries = {
  retry: v.exactOptional(retryPolicy),
  timeoutMs: v.exactOptional(timeLimit),
};

/** The entry `inputs` of a node that takes any input: values for those that nothing else supplies. */
export const inputValues = v.exactOptional(v.record(v.string(), v.unknown()));
