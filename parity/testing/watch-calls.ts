import { types } from 'node:util';
import { currentTest, insideSide } from './current-test.ts';
import { ParityError } from './parity-error.ts';
import type { Recorder, UseUnderWay } from './recorder.ts';
import { isIterating, watchIteration } from './watch-iteration.ts';

/** A callback of a test that tells the use it was given to of each call; it runs as code of the test again. */
const watchCallback = <F extends (...args: never[]) => unknown>(callback: F, use: UseUnderWay): F =>
  new Proxy(callback, {
    apply: (target, self, args) => {
      use.event('callback', args);
      return insideSide.run(false, () => Reflect.apply(target, self, args));
    },
  });

const watchedArguments = (args: readonly unknown[], use: UseUnderWay): readonly unknown[] =>
  args.map((each) =>
    // A class is given as data.
    typeof each === 'function' && !types.isProxy(each) && !/^class\b/.test(String(each))
      ? watchCallback(each as (...args: never[]) => unknown, use)
      : each,
  );

const follow = (
  promise: Promise<unknown>,
  member: string,
  recorder: Recorder,
  use: UseUnderWay,
): undefined => {
  if (recorder.side === 'sync') {
    throw new ParityError(
      `'${member}' gave a promise on the sync side. A synchronous member answers at once: change what it returns.`,
    );
  }
  use.promise();
  // A handler that answers nothing, so that a rejection which nobody else handles is still reported as unhandled.
  promise.then(
    (value) => use.end('value', value),
    (error) => use.end('error', error),
  );
};

/**
 * Calls a member of a side for the test that runs, and writes down what it gives: its answer or error, what it yields, how it
 * calls back. Outside of a test, or from within the side itself, it only calls.
 */
export const watchCall = (
  member: string,
  args: readonly unknown[],
  call: (args: readonly unknown[]) => unknown,
): unknown => {
  const recorder = currentTest.getStore();
  if (recorder === undefined || insideSide.getStore() === true) return insideSide.run(true, call, args);
  const use = recorder.begin(member);
  let answer: unknown;
  try {
    answer = insideSide.run(true, call, watchedArguments(args, use));
  } catch (error) {
    use.end('error', error);
    throw error;
  }
  if (types.isPromise(answer)) {
    follow(answer, member, recorder, use);
    return answer;
  }
  if (isIterating(answer)) {
    use.end('value', '<iterates>');
    return watchIteration(answer, use);
  }
  use.end('value', answer);
  return answer;
};
