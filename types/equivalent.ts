import type { AnyFunction } from './any-function.ts';
import type { Identical, IsAny } from './identical.ts';

/**
 * Whether two types say the same: identical, or each assignable to the other and identical once every
 * intersection of objects is written flat (four levels deep).
 */
export type Equivalent<A, B> =
  Identical<A, B> extends true
    ? true
    : Identical<Flat<A>, Flat<B>> extends true
      ? [A, B] extends [B, A] // flat members alone would not tell two classes with private members apart
        ? true
        : false
      : false;

type Flat<T, Depth extends readonly 1[] = [1, 1, 1, 1]> =
  IsAny<T> extends true
    ? T
    : Depth extends readonly [1, ...infer Rest extends readonly 1[]]
      ? T extends AnyFunction
        ? T
        : T extends Promise<infer Value>
          ? Promise<Flat<Value, Rest>>
          : T extends object
            ? { [K in keyof T]: Flat<T[K], Rest> }
            : T
      : T;
