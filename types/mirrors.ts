import type { AllowlistFault } from './allowlist-fault.ts';
import type { Allowlist, Exempted } from './exemption.ts';
import type { Identical } from './identical.ts';
import type { ThisProbe } from './lossless.ts';
import type { OutOfStep } from './out-of-step.ts';
import type { Unwrapped } from './promisify.ts';

/**
 * Holds an asynchronous class to the synchronous one, in its own `implements` clause: every member that drifted
 * is an error on its own line. `Allow` is the type of the allowlist.
 *
 * The whole surfaces are compared first, by one identity check; members are looked at one by one only where that
 * fails, which keeps a pair in step at some 60 type instantiations a member.
 *
 * @example
 * ```ts
 * import type { Mirrors } from 'lockstep/types';
 * class Store { read(path: string): string { return path; } }
 * class AsyncStore implements Mirrors<Store, AsyncStore> {
 *   async read(path: string): Promise<string> { return path; }
 * }
 * ```
 */
export type Mirrors<Sync, Async, Allow extends Allowlist = []> = string extends keyof Sync | keyof Async
  ? { 'an index signature hides which members there are: give the members names': never }
  : [keyof AllowlistFault<Allow, keyof Sync, keyof Async>] extends [never]
    ? IsInStep<Sync, Async, Allow> extends true
      ? {}
      : OutOfStep<Sync, Async, Allow>
    : AllowlistFault<Allow, keyof Sync, keyof Async>;

/** Whether the surfaces are identical at first sight; where not, a look at each member decides. */
type IsInStep<Sync, Async, Allow extends Allowlist> = Allow extends readonly []
  ? Identical<Derived<Sync>, Given<Sync, Async>>
  : Identical<
      [Derived<WithoutKeys<Sync, Exempted<Allow, 'sync' | 'both'>>>, OnlyKeys<Sync, Exempted<Allow, 'both'>>],
      [
        Given<Sync, WithoutKeys<Async, Exempted<Allow, 'async' | 'both'>>>,
        OnlyKeys<Async, Exempted<Allow, 'both'>>,
      ]
    >;

type WithoutKeys<T, Names> = { [K in keyof T as K extends Names ? never : K]: T[K] };
type OnlyKeys<T, Names> = { [K in keyof T as K extends Names ? K : never]: T[K] };

/** Each member of the sync side as `infer` rebuilds it, and its asynchronous form. */
type Derived<Sync> = { [K in keyof Sync]: Columns<Sync[K]> };

/** A function, not a tuple: the compiler compares a tuple by all the methods of an array. */
type Columns<F> = F extends (this: infer This, ...parameters: infer Parameters) => infer Result
  ? unknown extends This
    ? (
        sync: (this: This, ...parameters: Parameters) => Result,
      ) => (this: This, ...parameters: Parameters) => Promise<Unwrapped<Result>>
    : never // identity does not see a `this` parameter on one side alone
  : (sync: F) => F;

/** What stands there, beside the sync side as it is: the probe uncovers a member that uses polymorphic `this`. */
type Given<Sync, Async> = {
  [K in keyof Async]: K extends keyof Sync ? (sync: (Sync & ThisProbe)[K]) => Async[K] : never;
};
