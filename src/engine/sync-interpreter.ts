import { CallColourError } from '../errors/call-colour-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { Interpreter, Start } from './effects.ts';
import { forsake } from './forsake.ts';
import type { Mailbox } from './mailbox.ts';

/** Does what the engine asks for by blocking the thread; `async-interpreter.ts` is its twin. */
export const syncInterpreter = (mailbox: Mailbox, start: Start): Interpreter => {
  const alarms = new Map<object, number>();
  return {
    start,
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
