import assert from 'node:assert/strict';
import type { Observation, StreamObservation } from './observe.ts';
import type { Outcome } from './reference-outcome.ts';

/** The causes of an error, outermost first; assert compares them only from Node 22 on. */
const causes = (error: unknown): readonly unknown[] =>
  error instanceof Error && error.cause !== undefined ? [error.cause, ...causes(error.cause)] : [];

/**
 * Asserts that a one-at-a-time run gave exactly what the reference says.
 *
 * @throws AssertionError
 */
export const assertSameRun = (actual: Observation, expected: Outcome): undefined => {
  assert.deepStrictEqual(actual.events, expected.events);
  assert.deepStrictEqual(actual.error, expected.error);
  assert.deepStrictEqual(causes(actual.error), causes(expected.error));
  const { runId, results, skipped, status, error } = expected;
  assert.deepStrictEqual(
    actual.answer,
    error === undefined ? { results, runId, skipped, status } : undefined,
  );
  assert.deepStrictEqual(keyOrder(actual), keyOrder({ answer: expected, error }));
};

/**
 * Asserts that a stream gave the events that `on('*')` was told, and that they and the error are the reference's.
 *
 * @throws AssertionError
 */
export const assertSameStream = (actual: StreamObservation, expected: Outcome): undefined => {
  assert.deepStrictEqual(actual.streamed, actual.events);
  assert.deepStrictEqual(actual.streamed, expected.events);
  assert.deepStrictEqual(actual.error, expected.error);
};

/** The order of the nodes in what a run gave, which deep equality does not look at. */
const keyOrder = ({
  answer,
  error,
}: {
  readonly answer: unknown;
  readonly error: unknown;
}): readonly unknown[] => {
  const results: unknown = Object(answer).results;
  const partial: unknown = Object(error).partialResults;
  return [error === undefined ? Object.keys(Object(results)) : [], Object.keys(Object(partial))];
};
