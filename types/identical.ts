/**
 * Whether two types are identical to the compiler: `any`, optional, readonly, generics and overloads included.
 *
 * The comparison of two deferred conditional types asks for identity, never for assignability
 * (https://github.com/microsoft/TypeScript/issues/27024). It does not see a `this` parameter that only one side
 * declares, parameter names and default values; and it tells `A & B` from the same object written flat.
 *
 * @example
 * ```ts
 * import type { Identical } from 'lockstep/types';
 * const no: Identical<(a?: string) => void, (a: string) => void> = false;
 * ```
 */
export type Identical<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Whether a type is `any`. */
export type IsAny<T> = 0 extends 1 & T ? true : false;

/** Whether a type is `never`. */
export type IsNever<T> = [T] extends [never] ? true : false;
