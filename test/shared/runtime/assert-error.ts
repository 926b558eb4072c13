import assert from 'node:assert/strict';

type ErrorClass<E extends Error> = abstract new (...args: never[]) => E;

/** Gives what a call throws or rejects with; fails when it does neither. */
export const thrownBy = async (call: () => unknown): Promise<unknown> => {
  try {
    await call();
  } catch (error) {
    return error;
  }
  assert.fail('expected an error, and the call succeeded');
};

/** Asserts an error's exact class and that its message holds every fragment: the thing, its value, what is allowed, the remedy. */
export function assertError<E extends Error>(
  error: unknown,
  expected: ErrorClass<E>,
  ...fragments: readonly string[]
): asserts error is E {
  assert.ok(error instanceof Error, `expected ${expected.name}, got ${String(error)}`);
  assert.equal(error.constructor, expected, `expected ${expected.name}, got ${error.stack}`);
  for (const fragment of fragments) {
    assert.ok(error.message.includes(fragment), `"${error.message}" does not say "${fragment}"`);
  }
}
