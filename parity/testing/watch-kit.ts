import { types } from 'node:util';
import { admit, forbidBypass, isGuarded } from './forbid-bypass.ts';
import type { Kit } from './kit.ts';
import { watchCall } from './watch-calls.ts';
import { watchObject } from './watch-object.ts';

type Class = abstract new (...args: never[]) => object;

/** Whether a value of a kit is a class: only a class of the language cannot be called. */
const isClass = (value: unknown): value is Class =>
  typeof value === 'function' && /^class\b/.test(String(value));

const hasMethods = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).some((each) => typeof each === 'function');

const watchClass = (key: string, source: Class): Class => {
  forbidBypass(source, key);
  const watched: Class = new Proxy(source, {
    construct: (target, args, newTarget) => {
      const as = newTarget === watched ? target : newTarget;
      let made: object = watched;
      watchCall(`new ${key}`, args, (given) => {
        made = Reflect.construct(target, given, as) as object;
        // The object itself is told by what is done with it.
        return undefined;
      });
      return watchMade(made);
    },
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'prototype' || name === 'constructor') return value;
      return (...args: unknown[]) =>
        watchAnswer(
          watchCall(`${key}.${String(name)}`, args, (given) => Reflect.apply(value, target, given)),
        );
    },
  });
  return watched;
};

/** An object of a side, which a test may use from now on. */
const watchMade = <T extends object>(made: T): T => {
  admit(made);
  return watchObject(made);
};

/** What a factory of a kit gives: an object of a side is watched in turn. */
const watchAnswer = (answer: unknown): unknown => {
  if (types.isPromise(answer)) return answer.then(watchAnswer);
  return isGuarded(answer) ? watchMade(answer) : answer;
};

const watchFunction = (key: string, source: (...args: never[]) => unknown): unknown =>
  new Proxy(source, {
    apply: (target, self, args) =>
      watchAnswer(watchCall(key, args, (given) => Reflect.apply(target, self, given))),
  });

const watchValue = (key: string, value: unknown): unknown => {
  if (isClass(value)) return watchClass(key, value);
  if (typeof value === 'function') return watchFunction(key, value as (...args: never[]) => unknown);
  return hasMethods(value) ? watchObject(value) : value;
};

/** The names of a function, or of a class and those it extends. */
const namesOf = (value: unknown): readonly string[] =>
  typeof value === 'function' && value.name !== ''
    ? [value.name, ...namesOf(Object.getPrototypeOf(value))]
    : [];

/** The names by which a side may call itself, with the kit's name for them; the longest first. */
const ownNames = (kit: Kit): readonly (readonly [name: string, key: string])[] =>
  Object.entries(kit)
    .flatMap(([key, value]) => namesOf(value).map((name) => [name, key] as const))
    .toSorted(([one], [other]) => other.length - one.length);

/** A text in which a side's own names are those of its kit: `AsyncStore is closed` and `Store is closed` say the same. */
export const namelessText = (kit: Kit): ((text: string) => string) => {
  const names = ownNames(kit);
  return (text) => names.reduce((left, [name, key]) => left.replaceAll(name, `<${key}>`), text);
};

/** A kit whose classes, functions and objects are written down as tests use them; its plain values stay. */
export const watchKit = <K extends Kit>(kit: K): K => {
  const watched = Object.fromEntries(
    Object.entries(kit).map(([key, value]) => [key, watchValue(key, value)]),
  );
  return { ...kit, ...watched };
};
