import { types } from 'node:util';
import { insideSide } from './current-test.ts';
import type { UseUnderWay } from './recorder.ts';

type Step = { readonly done?: boolean; readonly value: unknown };

const DATA: readonly ((value: unknown) => boolean)[] = [
  Array.isArray,
  ArrayBuffer.isView,
  types.isMap,
  types.isSet,
  types.isBoxedPrimitive,
];

/** Whether an answer gives its items one by one, and is no collection that can be looked at as a whole. */
export const isIterating = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Symbol.asyncIterator in value || Symbol.iterator in value) &&
  !DATA.some((is) => is(value));

const tell = (use: UseUnderWay, step: Step): undefined =>
  step.done === true ? use.event('end', step.value) : use.event('item', step.value);

const watchNext = (use: UseUnderWay, next: () => unknown): unknown => {
  try {
    const step = insideSide.run(true, next);
    if (types.isPromise(step)) {
      step.then(
        (each) => tell(use, each as Step),
        (error) => use.event('error', error),
      );
    } else {
      tell(use, step as Step);
    }
    return step;
  } catch (error) {
    use.event('error', error);
    throw error;
  }
};

/** An iterable or iterator that gives what it gave before, and tells a use of each item, the end and an error. */
export const watchIteration = <T extends object>(source: T, use: UseUnderWay): T => {
  const watched: T = new Proxy(source, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'next') {
        return (...args: unknown[]) => watchNext(use, () => Reflect.apply(value, target, args));
      }
      if (key === Symbol.iterator || key === Symbol.asyncIterator) {
        return () => {
          const iterator: unknown = insideSide.run(true, () => Reflect.apply(value, target, []));
          return iterator === target ? watched : watchIteration(iterator as object, use);
        };
      }
      return (...args: unknown[]) => insideSide.run(true, () => Reflect.apply(value, target, args));
    },
  });
  return watched;
};
