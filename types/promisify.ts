import type { AnyFunction } from './any-function.ts';
import type { AsyncDisposeSymbol, DisposeSymbol } from './dispose-symbols.ts';
import type { Drift } from './drift.ts';
import type { Allowlist, Exempted } from './exemption.ts';
import type { Identical } from './identical.ts';
import type { Lossless, UsesThis } from './lossless.ts';

/** The words for a signature that cannot be derived, and what to use in its place. */
export type NotDerivable =
  'overloads, type parameters, type predicates and polymorphic `this` cannot be derived from a class: describe the pair by a contract, `implements Conforms<Contract, Class>`';

/**
 * The asynchronous form of one function type: the same parameters, and a promise of the result. A result that is
 * awaitable already stays as it is; an iterable or generator becomes its asynchronous form.
 */
export type Promisified<F> = F extends (this: infer This, ...parameters: infer Parameters) => infer Result
  ? unknown extends This
    ? (...parameters: Parameters) => Asynchronous<Result>
    : (this: This, ...parameters: Parameters) => Asynchronous<Result>
  : F;

/**
 * The same without a look at the result. Of a generic class's type parameter nobody can tell whether it is awaitable,
 * so that the full form would never be found identical to `Promise<T>`.
 */
export type PlainlyPromisified<F> = F extends (
  this: infer This,
  ...parameters: infer Parameters
) => infer Result
  ? unknown extends This
    ? (...parameters: Parameters) => Promise<Result>
    : (this: This, ...parameters: Parameters) => Promise<Result>
  : F;

/** What the asynchronous form of a function returns for a result. A union is not split up: `boolean` stays whole. */
export type Asynchronous<Result> =
  StreamOf<Result> extends infer Stream
    ? [Stream] extends [never]
      ? Promise<Unwrapped<Result>>
      : Stream
    : never;

/** The asynchronous form of a result that is exactly a standard iterable; an array, a string or a map is a value. */
type StreamOf<Result> = [Result] extends [Iterable<infer T>]
  ? Identical<Result, Iterable<T>> extends true
    ? AsyncIterable<T>
    : Identical<Result, IterableIterator<T>> extends true
      ? AsyncIterableIterator<T>
      : [Result] extends [Generator<infer Y, infer R, infer N>]
        ? Identical<Result, Generator<Y, R, N>> extends true
          ? AsyncGenerator<Y, R, N>
          : never
        : never
  : IteratorOf<Result>;

/** What `[Symbol.iterator]` is declared to return, most often: an iterator that is not said to be iterable. */
type IteratorOf<Result> = [Result] extends [Iterator<infer Y, infer R, infer N>]
  ? Identical<Result, Iterator<Y, R, N>> extends true
    ? AsyncIterator<Y, R, N>
    : never
  : never;

/** The value that awaiting gives, one level deep. */
export type Unwrapped<Result> = Result extends PromiseLike<infer Value> ? Value : Result;

/** The name of a member on the asynchronous side: the standard symbols have another one there. */
export type AsyncName<Name> = Name extends DisposeSymbol
  ? AsyncDisposeSymbol
  : Name extends typeof Symbol.iterator
    ? typeof Symbol.asyncIterator
    : Name;

/** The opposite of `AsyncName`, where the synchronous side has such a member. */
export type SyncName<Name, Names> = Name extends AsyncDisposeSymbol
  ? Extract<DisposeSymbol, Names>
  : Name extends typeof Symbol.asyncIterator
    ? Extract<typeof Symbol.iterator, Names>
    : Extract<Name, Names>;

/**
 * The asynchronous surface of a synchronous class or interface that nobody wrote a contract for: each method
 * returns a promise, data members stay. Members that `Allow` lists as sync-only are left out, those that it lists
 * as the same on both sides stay as they are. A signature that cannot be carried over becomes a `Drift` that
 * says so.
 *
 * @example
 * ```ts
 * import type { Promisify } from 'lockstep/types';
 * interface Store { read(path: string): string; readonly root: string }
 * declare const store: Promisify<Store>;
 * const text: string = await store.read('a.txt');
 * ```
 */
export type Promisify<Sync, Allow extends Allowlist = []> = {
  [K in keyof Sync as K extends Exempted<Allow, 'sync'> ? never : AsyncName<K>]: K extends Exempted<
    Allow,
    'both'
  >
    ? Sync[K]
    : PromisifiedMember<Sync, K>;
};

/** One member of `Promisify`. */
export type PromisifiedMember<Sync, K extends keyof Sync> =
  NonNullable<Sync[K]> extends AnyFunction
    ? Derivable<Sync, K> extends true
      ? Promisified<NonNullable<Sync[K]>> | Extract<Sync[K], undefined | null>
      : Drift<NotDerivable, Sync[K]>
    : Sync[K];

/** Whether the asynchronous form of a method can be derived without loss. */
export type Derivable<Sync, K extends keyof Sync> =
  UsesThis<Sync, K> extends true ? false : Lossless<NonNullable<Sync[K]>>;
