import type { RunResult } from '../../types/run-result.ts';
import { AsyncNodeError } from '../errors/async-node-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { Attempt } from './attempt.ts';
import type { Start } from './effects.ts';
import { forsake } from './forsake.ts';
import type { Outcome } from './mailbox.ts';
import type { Run } from './run.ts';

/** Calls bodies that answer at once; `async-start.ts` is its twin. */
export const syncStart =
  (drive: (nested: Run) => RunResult): Start =>
  (attempt) => {
    try {
      if (attempt.nested !== undefined) return { ok: true, value: drive(attempt.nested).results };
      const value = call(attempt);
      return isThenable(value) ? refuse(attempt, value) : { ok: true, value };
    } catch (error) {
      return { ok: false, error };
    }
  };

const call = (attempt: Attempt): unknown => {
  const { node, inputs, tracing } = attempt;
  return tracing === undefined
    ? node.blocking(inputs, attempt)
    : tracing.enclose(attempt, () => node.blocking(inputs, attempt));
};

const refuse = (attempt: Attempt, promise: PromiseLike<unknown>): Outcome => {
  forsake(promise);
  return { ok: false, error: new AsyncNodeError(attempt.node.id), final: true };
};
