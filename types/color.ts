import type { AsyncDisposeSymbol, DisposeSymbol } from './dispose-symbols.ts';

/**
 * The two colours an implementation can have.
 *
 * @example
 * ```ts
 * import type { Color } from 'lockstep/types';
 * const blocking: Color = 'sync';
 * ```
 */
export type Color = 'sync' | 'async';

/**
 * What a method of colour `C` returns for a value `T`: `T` itself, or a promise of it.
 *
 * @example
 * ```ts
 * import type { Ret } from 'lockstep/types';
 * const now: Ret<'sync', number> = 1;
 * const later: Ret<'async', number> = Promise.resolve(1);
 * ```
 */
export type Ret<C extends Color, T> = C extends 'async' ? Promise<T> : T;

/**
 * What a method of colour `C` returns for a sequence of `T`: an `Iterable`, or an `AsyncIterable`.
 *
 * @example
 * ```ts
 * import type { Stream } from 'lockstep/types';
 * const now: Stream<'sync', number> = [1, 2];
 * ```
 */
export type Stream<C extends Color, T> = C extends 'async' ? AsyncIterable<T> : Iterable<T>;

/**
 * How a value of colour `C` is disposed of: `[Symbol.dispose]`, or `[Symbol.asyncDispose]`.
 *
 * @example
 * ```ts
 * import type { Disposal } from 'lockstep/types';
 * const handle: Disposal<'sync'> = { [Symbol.dispose]: () => undefined };
 * ```
 */
export type Disposal<C extends Color> = C extends 'async'
  ? { readonly [Key in AsyncDisposeSymbol]: () => Promise<undefined> }
  : { readonly [Key in DisposeSymbol]: () => undefined };
