import type { RunResult } from '../../types/run-result.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { Attempt } from './attempt.ts';
import type { Start } from './effects.ts';
import type { Mailbox } from './mailbox.ts';
import type { Run } from './run.ts';

/** Calls bodies that may answer with a promise, and posts what comes of it; `sync-start.ts` is its twin. */
export const asyncStart =
  (mailbox: Mailbox, drive: (nested: Run) => Promise<RunResult>): Start =>
  (attempt) => {
    try {
      const value: unknown =
        attempt.nested === undefined ? call(attempt) : drive(attempt.nested).then(({ results }) => results);
      return isThenable(value) ? follow(attempt, value, mailbox) : { ok: true, value };
    } catch (error) {
      return { ok: false, error };
    }
  };

const follow = (attempt: Attempt, promise: PromiseLike<unknown>, mailbox: Mailbox): undefined => {
  promise.then(
    (value) => mailbox.post({ kind: 'outcome', attempt, outcome: { ok: true, value } }),
    (error: unknown) => mailbox.post({ kind: 'outcome', attempt, outcome: { ok: false, error } }),
  );
};

const call = (attempt: Attempt): unknown => {
  const { node, inputs, tracing } = attempt;
  return tracing === undefined
    ? node.concurrent(inputs, attempt)
    : tracing.enclose(attempt, () => node.concurrent(inputs, attempt));
};
