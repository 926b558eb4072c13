import fc from 'fast-check';
import type { RetryPolicy } from '../../../types/index.ts';
import type { Behaviour } from './description.ts';
import { inputNames, outputValues } from './value-palette.ts';

const value = fc.constantFrom(...outputValues);

/** What a function may do; most give a value. */
export const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('value' as const), value }) },
  { weight: 4, arbitrary: fc.constant<Behaviour>({ kind: 'echo' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pick' as const),
      input: fc.constantFrom(...inputNames.function),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Behaviour>({ kind: 'undefined' }) },
  { weight: 2, arbitrary: fc.constant<Behaviour>({ kind: 'count' }) },
  { weight: 1, arbitrary: fc.constant<Behaviour>({ kind: 'context' }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('throw' as const), message: fc.constantFrom('no', '') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('throwValue' as const), value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('failTimes' as const), times: fc.nat(3), value }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant('reportFailure' as const), error: fc.constant('said so') },
      { requiredKeys: ['kind'] },
    ),
  },
);

/** Retry policies that wait a millisecond at most. */
export const retry: fc.Arbitrary<RetryPolicy> = fc.record(
  {
    maxAttempts: fc.integer({ min: 1, max: 4 }),
    delayMs: fc.constantFrom(0, 0, 0.1, 1),
    backoff: fc.constantFrom('fixed' as const, 'linear' as const, 'exponential' as const),
    multiplier: fc.constantFrom(1, 3),
    maxDelayMs: fc.constantFrom(0.2, 1),
  },
  { requiredKeys: ['maxAttempts'] },
);
