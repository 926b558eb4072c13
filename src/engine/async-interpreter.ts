import type { RunResult } from '../../types/run-result.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { Attempt } from './attempt.ts';
import type { Interpreter } from './effects.ts';
import type { Mailbox } from './mailbox.ts';
import type { Run } from './run.ts';

/** Does what the engine asks for on the event loop; `sync-interpreter.ts` is its twin. */
export const asyncInterpreter = (
  mailbox: Mailbox,
  drive: (nested: Run) => Promise<RunResult>,
): Interpreter => {
  const timers = new Map<object, NodeJS.Timeout>();
  const ring = (ms: number, timer: object): undefined => {
    const handle = setTimeout(() => {
      timers.delete(timer);
      mailbox.post({ kind: 'rang', timer });
    }, ms);
    timers.set(timer, handle);
  };
  return {
    start: (attempt) => {
      try {
        const value: unknown =
          attempt.nested === undefined
            ? attempt.node.concurrent(attempt.inputs, attempt)
            : drive(attempt.nested).then(({ results }) => results);
        return isThenable(value) ? follow(attempt, value, mailbox) : { ok: true, value };
      } catch (error) {
        return { ok: false, error };
      }
    },
    wait: () => mailbox.take(),
    sleep: ({ ms, timer }) => ring(ms, timer),
    alarm: ({ ms, timer }) => ring(ms, timer),
    clear: ({ timer }) => {
      clearTimeout(timers.get(timer));
      timers.delete(timer);
    },
  };
};

const follow = (attempt: Attempt, promise: PromiseLike<unknown>, mailbox: Mailbox): undefined => {
  promise.then(
    (value) => mailbox.post({ kind: 'outcome', attempt, outcome: { ok: true, value } }),
    (error: unknown) => mailbox.post({ kind: 'outcome', attempt, outcome: { ok: false, error } }),
  );
};
