import type { ErrorMatcher, ErrorPattern, FailedAttempt } from '../../types/resilience.ts';
import { messageOf } from '../errors/message-of.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import { matchesWildcard } from './matches-wildcard.ts';

/** How many causes of causes are looked at. */
const DEEPEST = 10;

/** Whether one of these means the error; a predicate that throws, or answers with a promise, makes this throw. */
export const matchesAny = (
  matchers: readonly ErrorMatcher[],
  error: unknown,
  failed: FailedAttempt,
): boolean => matchers.some((matcher) => matches(matcher, error, failed));

const matches = (matcher: ErrorMatcher, error: unknown, failed: FailedAttempt): boolean => {
  if (typeof matcher === 'function') {
    const answer: unknown = matcher(error, failed);
    if (!isThenable(answer)) return answer === true;
    answer.then(undefined, () => undefined);
    throw new TypeError('it answers with a promise');
  }
  return withCauses(error).some((each) =>
    typeof matcher === 'string'
      ? namesOf(each).includes(matcher) || codeOf(each) === matcher
      : fits(matcher, each),
  );
};

const fits = ({ name, code, message }: ErrorPattern, error: unknown): boolean =>
  (name === undefined || namesOf(error).includes(name)) &&
  (code === undefined || codeOf(error) === code) &&
  (message === undefined || matchesWildcard(message, messageOf(error)));

const withCauses = (error: unknown): readonly unknown[] => {
  const chain: unknown[] = [error];
  while (chain.length < DEEPEST) {
    const cause = entryOf(chain.at(-1), 'cause');
    if (cause === undefined || chain.includes(cause)) break;
    chain.push(cause);
  }
  return chain;
};

const codeOf = (error: unknown): unknown => entryOf(error, 'code');

/** The error's own name and those of its classes. */
const namesOf = (error: unknown): readonly unknown[] => {
  const names: unknown[] = [entryOf(error, 'name')];
  try {
    let prototype: unknown = Object.getPrototypeOf(Object(error));
    while (prototype !== null && prototype !== Object.prototype) {
      names.push(entryOf(entryOf(prototype, 'constructor'), 'name'));
      prototype = Object.getPrototypeOf(prototype);
    }
  } catch {
    // A proxy that does not tell: what is known of it so far has to do.
  }
  return names;
};

// What was thrown may be anything, getters that throw included.
const entryOf = (value: unknown, key: string): unknown => {
  try {
    return (typeof value === 'object' && value !== null) || typeof value === 'function'
      ? Reflect.get(value, key)
      : undefined;
  } catch {
    return undefined;
  }
};
