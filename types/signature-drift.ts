import type { AnyFunction } from './any-function.ts';
import type { Drift } from './drift.ts';
import type { Equivalent } from './equivalent.ts';
import type { Identical, IsAny } from './identical.ts';

/**
 * What differs between the function that is expected and the one that stands there; `never` if nothing does.
 * Both must be free of overloads and type parameters (see `Lossless`).
 */
export type SignatureDrift<Expected extends AnyFunction, Actual extends AnyFunction> =
  Identical<ThisParameterType<Expected>, ThisParameterType<Actual>> extends true
    ? Equivalent<Parameters<Expected>, Parameters<Actual>> extends true
      ? ResultDrift<Expected, ReturnType<Expected>, ReturnType<Actual>>
      : Drift<ParameterWords<Parameters<Expected>, Parameters<Actual>>, Expected>
    : Drift<'the `this` parameter differs: change the member to', Expected>;

type ResultDrift<Expected, Wanted, Actual> =
  Equivalent<Wanted, Actual> extends true ? never : Drift<ResultWords<Wanted, Actual>, Expected>;

type ResultWords<Wanted, Actual> =
  IsAny<Actual> extends true
    ? 'the result is `any`, which hides drift: change the member to'
    : Wanted extends PromiseLike<infer Value>
      ? [Actual] extends [PromiseLike<infer Given>]
        ? IsAny<Given> extends true
          ? 'the result is a promise of `any`, which hides drift: change the member to'
          : 'the promised result differs: change the member to'
        : [Value] extends [Actual]
          ? 'the member is still synchronous: change it to'
          : 'the result cannot be awaited: change the member to'
      : 'the result differs: change the member to';

type ParameterWords<P extends readonly unknown[], Q extends readonly unknown[]> =
  IsAny<Q[number]> extends true
    ? 'a parameter is `any`, which hides drift: change the member to'
    : Identical<IsOpen<P>, IsOpen<Q>> extends true
      ? Identical<Count<P>, Count<Q>> extends true
        ? Identical<P['length'], Q['length']> extends true
          ? Identical<Boxed<P>, Boxed<Q>> extends true
            ? 'the parameters stand in another order: change the member to'
            : 'the type of a parameter differs: change the member to'
          : 'a parameter is optional on one side only: change the member to'
        : Count<P> extends readonly [...Count<Q>, ...1[]]
          ? 'a parameter is missing: change the member to'
          : 'there is a parameter that the other side lacks: change the member to'
      : 'a rest parameter is there on one side only: change the member to';

/** Whether a parameter list ends in a rest parameter. */
type IsOpen<P extends readonly unknown[]> = number extends P['length'] ? true : false;

/** One `1` a parameter, whatever its type and whether it is optional. */
type Count<P extends readonly unknown[]> = Extract<{ [K in keyof P]-?: 1 }, readonly unknown[]>;

/** The parameter types as a union in which none absorbs another. */
type Boxed<P extends readonly unknown[]> = { [K in keyof P]: { readonly parameter: P[K] } }[number];
