import type { Allowlist, Exempted } from './exemption.ts';
import type { Identical } from './identical.ts';
import type { ThisProbe } from './lossless.ts';

/** Whether the surfaces are identical at first sight; where not, a look at each member decides. */
export type IsInStep<Sync, Async, Allow extends Allowlist> = Allow extends readonly []
  ? Identical<Derived<Sync>, Given<Sync, Async>>
  : Identical<
        Derived<{ [K in keyof Sync as K extends Exempted<Allow, 'sync' | 'both'> ? never : K]: Sync[K] }>,
        Given<
          Sync,
          { [K in keyof Async as K extends Exempted<Allow, 'async' | 'both'> ? never : K]: Async[K] }
        >
      > extends true
    ? Identical<
        { [K in keyof Sync as K extends Exempted<Allow, 'both'> ? K : never]: Sync[K] },
        { [K in keyof Async as K extends Exempted<Allow, 'both'> ? K : never]: Async[K] }
      >
    : false;

/** Each member of the sync side as `infer` rebuilds it, and its asynchronous form. */
type Derived<Sync> = { [K in keyof Sync]: Columns<Sync[K]> };

/** A function, not a tuple: the compiler compares a tuple by all the methods of an array. */
type Columns<F> = F extends (this: infer This, ...parameters: infer Parameters) => infer Result
  ? unknown extends This
    ? (
        sync: (this: This, ...parameters: Parameters) => Result,
      ) => (this: This, ...parameters: Parameters) => Promise<Result>
    : never // identity does not see a `this` parameter on one side alone
  : (sync: F) => F;

/** What stands there, beside the sync side as it is: the probe uncovers a member that uses polymorphic `this`. */
type Given<Sync, Async> = {
  [K in keyof Async]: K extends keyof Sync ? (sync: (Sync & ThisProbe)[K]) => Async[K] : never;
};
