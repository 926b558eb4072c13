import type { AnyFunction } from './any-function.ts';
import type { Drift } from './drift.ts';
import type { Equivalent } from './equivalent.ts';
import type { Identical, IsNever } from './identical.ts';
import type { Lossless } from './lossless.ts';
import type { Derivable, NotDerivable, PlainlyPromisified, Promisified } from './promisify.ts';
import type { SignatureDrift } from './signature-drift.ts';

/** The drift of a member that the asynchronous side has to give in its asynchronous form; `never` if in step. */
export type PromisifiedDrift<Sync, K extends keyof Sync, Async, L extends keyof Async> =
  NonNullable<Sync[K]> extends AnyFunction
    ? Derivable<Sync, K> extends false
      ? Drift<NotDerivable, Sync[K]>
      : MethodDrift<Sync, K, Async, L, PlainlyPromisified<NonNullable<Sync[K]>>> extends infer Drifted
        ? IsNever<Drifted> extends true
          ? never
          : MethodDrift<Sync, K, Async, L, Promisified<NonNullable<Sync[K]>>>
        : never
    : NonNullable<Async[L]> extends AnyFunction
      ? Drift<'a method here and a property on the sync side: change it to', Sync[K]>
      : IsNever<DataDrift<Sync, K, Async, L>> extends true
        ? never
        : IsNamespacePair<NonNullable<Sync[K]>, NonNullable<Async[L]>> extends true
          ? NamespaceDrift<Sync, K, Async, L>
          : DataDrift<Sync, K, Async, L>;

/** The drift of a member that is to be the same on both sides; `never` if it is. */
export type SameDrift<Sync, K extends keyof Sync, Async, L extends keyof Async> =
  NonNullable<Sync[K]> extends AnyFunction
    ? Derivable<Sync, K> extends false
      ? Identical<Sync[K], Async[L]> extends true
        ? never
        : Drift<'not the same on both sides, as the allowlist says: change it to', Sync[K]>
      : MethodDrift<Sync, K, Async, L, NonNullable<Sync[K]>>
    : DataDrift<Sync, K, Async, L>;

type MethodDrift<Sync, K extends keyof Sync, Async, L extends keyof Async, Expected extends AnyFunction> =
  NonNullable<Async[L]> extends AnyFunction
    ? Lossless<NonNullable<Async[L]>> extends false
      ? Drift<'overloads, type parameters or a predicate that the sync side lacks: change it to', Expected>
      : IsNever<SignatureDrift<Expected, NonNullable<Async[L]>>> extends true
        ? Identical<IsOptional<Sync, K>, IsOptional<Async, L>> extends true
          ? never
          : Drift<'the member is optional on one side only: change it to', Expected>
        : SignatureDrift<Expected, NonNullable<Async[L]>>
    : Drift<'a property here and a method on the sync side: change it to', Expected>;

/** The drift of a member that holds a value; `never` if it is the same on both sides. */
export type DataDrift<Sync, K extends keyof Sync, Async, L extends keyof Async> =
  Equivalent<Sync[K], Async[L]> extends true
    ? Identical<IsOptional<Sync, K>, IsOptional<Async, L>> extends true
      ? Identical<IsReadonly<Sync, K>, IsReadonly<Async, L>> extends true
        ? never
        : Drift<'`readonly` on one side only: change the member to', { [P in K]: Sync[P] }>
      : Drift<'optional on one side only: change the member to', { [P in K]: Sync[P] }>
    : Drift<'the type of the property differs: change it to', Sync[K]>;

/** Whether a member is optional. */
export type IsOptional<T, K extends keyof T> =
  Readonly<Record<never, never>> extends { [P in K]: T[P] } ? true : false;

/** Whether a member is `readonly`; an accessor without a setter is. */
export type IsReadonly<T, K extends keyof T> = Identical<{ [P in K]: T[P] }, { readonly [P in K]: T[P] }>;

/** A member that holds methods: it is compared one level deeper. */
type IsNamespacePair<S, A> = [S, A] extends [readonly unknown[], unknown]
  ? false
  : [S, A] extends [object, object]
    ? true extends { [K in keyof S]-?: S[K] extends AnyFunction ? true : false }[keyof S]
      ? true
      : false
    : false;

type NamespaceDrift<Sync, K extends keyof Sync, Async, L extends keyof Async> =
  Identical<
    { [P in keyof Sync[K]]: Promisified<Sync[K][P]> },
    { [P in keyof Async[L]]: Async[L][P] }
  > extends true
    ? never
    : Drift<
        'the methods in this member are not the asynchronous form of those on the sync side: change it to',
        { [P in keyof Sync[K]]: Promisified<Sync[K][P]> }
      >;
