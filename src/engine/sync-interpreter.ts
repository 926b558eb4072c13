import type { RunResult } from '../../types/run-result.ts';
import { AsyncNodeError } from '../errors/async-node-error.ts';
import type { Attempt } from './attempt.ts';
import type { Interpreter } from './effects.ts';
import { isThenable } from './is-thenable.ts';
import type { Mailbox, Outcome } from './mailbox.ts';
import type { Run } from './run.ts';

/** Does what the engine asks for by blocking the thread; `async-interpreter.ts` is its twin. */
export const syncInterpreter = (mailbox: Mailbox, drive: (nested: Run) => RunResult): Interpreter => ({
  start: (attempt) => {
    try {
      if (attempt.nested !== undefined) return { ok: true, value: drive(attempt.nested).results };
      const value = attempt.node.blocking(attempt.inputs, attempt);
      return isThenable(value) ? refuse(attempt, value) : { ok: true, value };
    } catch (error) {
      return { ok: false, error };
    }
  },
  wait: () => {
    const message = mailbox.take();
    // Nothing can arrive while the thread waits: the engine asks only when something was posted.
    if (message === undefined)
      throw new Error('The engine waits for a message that nothing can send. Please report this.');
    return message;
  },
  sleep: ({ ms, timer }) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    return mailbox.post({ kind: 'rang', timer });
  },
  // No timer rings while the thread is blocked; the engine looks at the clock after each attempt.
  alarm: () => undefined,
  clear: () => undefined,
});

const refuse = (attempt: Attempt, promise: PromiseLike<unknown>): Outcome => {
  // Its rejection, if any, belongs to no one any more; a thenable of someone else's may even throw.
  Promise.resolve(promise).catch(() => undefined);
  return { ok: false, error: new AsyncNodeError(attempt.node.id), final: true };
};
