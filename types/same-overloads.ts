import type { Identical } from './identical.ts';

/**
 * Whether a member has the same overloads, in the same order, in a contract and in a class, where their types mention
 * polymorphic `this`, which is another one in each. In the intersection of both `this` is the same. There the compiler
 * leaves out a signature that it has already, so that in step the intersection has as many as each of the two has
 * (eight are counted), and turning it round changes nothing.
 */
export type SameOverloads<Contract, Class, Name extends keyof Contract & keyof Class> =
  Identical<Count<Contract[Name]>, Count<(Contract & Class)[Name]>> extends true
    ? Identical<Count<Class[Name]>, Count<(Contract & Class)[Name]>> extends true
      ? // `infer` has the compiler wait: to it the two are one type as long as it does not know the classes
        (Contract & Class)[Name] extends infer Wanted
        ? (Class & Contract)[Name] extends infer Given
          ? Identical<[0, ...LastEight<Wanted>], [0, ...LastEight<Given>]> // two of one name are not looked into
          : false
        : false
      : false
    : false;

declare const mark: unique symbol;
type Mark = typeof mark;

/** How many signatures a function has, up to eight: those that leave a marked one before them its place. */
type Count<F> = Unmarked<LastEight<((marked: Mark) => Mark) & NonNullable<F>>>['length'];

type Unmarked<Signatures extends readonly unknown[]> = Signatures extends readonly [
  [[Mark], Mark],
  ...infer Rest,
]
  ? Unmarked<Rest>
  : Signatures;

/** The last eight signatures of a function; its first one stands for those that it lacks. */
type LastEight<F> =
  NonNullable<F> extends {
    (...parameters: infer P1): infer R1;
    (...parameters: infer P2): infer R2;
    (...parameters: infer P3): infer R3;
    (...parameters: infer P4): infer R4;
    (...parameters: infer P5): infer R5;
    (...parameters: infer P6): infer R6;
    (...parameters: infer P7): infer R7;
    (...parameters: infer P8): infer R8;
  }
    ? [[P1, R1], [P2, R2], [P3, R3], [P4, R4], [P5, R5], [P6, R6], [P7, R7], [P8, R8]]
    : [];
