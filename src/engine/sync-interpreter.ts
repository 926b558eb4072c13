import type { RunResult } from '../../types/run-result.ts';
import { AsyncNodeError } from '../errors/async-node-error.ts';
import { CallColourError } from '../errors/call-colour-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { Attempt } from './attempt.ts';
import type { Interpreter } from './effects.ts';
import type { Mailbox, Outcome } from './mailbox.ts';
import type { Run } from './run.ts';

/** Does what the engine asks for by blocking the thread; `async-interpreter.ts` is its twin. */
export const syncInterpreter = (mailbox: Mailbox, drive: (nested: Run) => RunResult): Interpreter => {
  const alarms = new Map<object, number>();
  return {
    start: (attempt) => {
      try {
        if (attempt.nested !== undefined) return { ok: true, value: drive(attempt.nested).results };
        const value = call(attempt);
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
      const until = performance.now() + ms;
      // An alarm that is due before that ends the sleep; no other moment of a blocked thread could hear it.
      const [first, due] = [...alarms].reduce(
        (one, other) => (other[1] < one[1] ? other : one),
        [timer, until],
      );
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, due - performance.now()));
      return mailbox.post({ kind: 'rang', timer: first });
    },
    alarm: ({ ms, timer }) => {
      alarms.set(timer, performance.now() + ms);
    },
    clear: ({ timer }) => {
      alarms.delete(timer);
    },
    call: ({ name, sync }) => {
      try {
        const value = sync();
        if (!isThenable(value)) return { ok: true, value };
        forsake(value);
        return { ok: false, error: new CallColourError(name) };
      } catch (error) {
        return { ok: false, error };
      }
    },
  };
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

// Its rejection, if any, belongs to no one any more; a thenable of someone else's may even throw.
const forsake = (promise: PromiseLike<unknown>): undefined => {
  Promise.resolve(promise).catch(() => undefined);
};
