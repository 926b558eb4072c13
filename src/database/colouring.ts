import type { Color, Ret, Stream } from '../../types/color.ts';
import { asyncItems } from './async-items.ts';
import type { Reader, Steps } from './steps.ts';

/** What makes the difference between the colours: how steps are taken, and how time passes. */
export interface Colouring<C extends Color> {
  /** Whether the thread is blocked meanwhile, so that nobody could wait for a promise. */
  readonly isBlocking: boolean;
  readonly drive: <T>(steps: Steps<T>) => Ret<C, T>;
  /** The items of a reader, which is opened when the first is taken. */
  readonly stream: <T>(opening: () => Steps<Reader<T>>) => Stream<C, T>;
  /** Lets so many milliseconds pass; with 0, lets others have a turn where there are any. */
  readonly pause: (ms: number) => Ret<C, undefined>;
}

/** Takes steps at once, and blocks the thread where time is to pass. */
export const blocking: Colouring<'sync'> = {
  isBlocking: true,
  drive: (steps) => {
    let step = steps.next();
    while (step.done !== true) step = steps.next(step.value);
    return step.value;
  },
  stream: (opening) => ({
    *[Symbol.iterator]() {
      const reader = blocking.drive(opening());
      try {
        let items = blocking.drive(reader.next());
        while (items !== undefined) {
          yield* items;
          items = blocking.drive(reader.next());
        }
      } finally {
        blocking.drive(reader.end());
      }
    },
  }),
  pause: (ms) => {
    if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  },
};

/** Takes steps on the event loop. */
export const concurrent: Colouring<'async'> = {
  isBlocking: false,
  drive: async (steps) => {
    let step = steps.next();
    while (step.done !== true) {
      let answer: unknown;
      try {
        answer = await step.value;
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(answer);
    }
    return step.value;
  },
  stream: (opening) => ({ [Symbol.asyncIterator]: () => asyncItems(opening, concurrent.drive) }),
  pause: (ms) =>
    new Promise((resolve) => {
      if (ms > 0) setTimeout(resolve, ms, undefined);
      else setImmediate(resolve, undefined);
    }),
};
