import { isThenable } from '../nodes/is-thenable.ts';
import type { Interpreter, Start } from './effects.ts';
import type { Mailbox, Outcome } from './mailbox.ts';

/**
 * Does what the engine asks for on the event loop; `sync-interpreter.ts` is its twin.
 *
 * @param resume - given the outcome of each call that did not end at once
 */
export const asyncInterpreter = (
  mailbox: Mailbox,
  start: Start,
  resume: (outcome: Outcome) => undefined,
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
    start,
    wait: () => mailbox.take(),
    sleep: ({ ms, timer }) => ring(ms, timer),
    alarm: ({ ms, timer }) => ring(ms, timer),
    clear: ({ timer }) => {
      clearTimeout(timers.get(timer));
      timers.delete(timer);
    },
    call: (effect) => {
      try {
        const value = effect.async();
        if (!isThenable(value)) return { ok: true, value };
        // Through a promise of our own: a thenable of someone else's may call back at once, or twice.
        Promise.resolve(value).then(
          (answer) => resume({ ok: true, value: answer }),
          (error: unknown) => resume({ ok: false, error }),
        );
        return undefined;
      } catch (error) {
        return { ok: false, error };
      }
    },
  };
};
