import type { Color, Ret, Stream } from '../../types/color.ts';

/**
 * Work that is written once for both colours: it yields each answer that may be a promise, and is resumed with what it stands for.
 */
export type Steps<T> = Generator<unknown, T, unknown>;

/** Takes an answer of either colour for what it stands for; its failure is thrown where it was asked. */
export function* ask<T>(answer: T | Promise<T>): Steps<T> {
  return (yield answer) as T;
}

/** Something that is read some items at a time. */
export interface Reader<T> {
  /** The next items; `undefined` when there are no more. */
  readonly next: () => Steps<readonly T[] | undefined>;
  /** To be called once, however the reading ends. */
  readonly end: () => Steps<undefined>;
}

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
  stream: (opening) => ({
    async *[Symbol.asyncIterator]() {
      const reader = await concurrent.drive(opening());
      try {
        let items = await concurrent.drive(reader.next());
        while (items !== undefined) {
          yield* items;
          items = await concurrent.drive(reader.next());
        }
      } finally {
        await concurrent.drive(reader.end());
      }
    },
  }),
  pause: (ms) =>
    new Promise((resolve) => {
      if (ms > 0) setTimeout(resolve, ms, undefined);
      else setImmediate(resolve, undefined);
    }),
};
