import type { AllowlistFault } from './allowlist-fault.ts';
import type { AnyFunction } from './any-function.ts';
import type { Drift } from './drift.ts';
import type { Equivalent } from './equivalent.ts';
import type { Allowlist, Exempted } from './exemption.ts';
import type { Identical } from './identical.ts';
import type { NoDrift } from './no-drift.ts';

type AnyClass = abstract new (...parameters: never) => unknown;

/**
 * The drifts between the constructor parameters of two classes, option by option, which no `implements` clause sees;
 * for `InStep`. The entries of `Allow` name options that one side alone takes.
 *
 * @example
 * ```ts
 * import type { InStep, MirrorsConstructor } from 'lockstep/types';
 * class Store { constructor(options?: { readonly root?: string }) { String(options); } }
 * class AsyncStore { constructor(options?: { readonly root?: string }) { String(options); } }
 * export type StoreConstructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>;
 * ```
 */
export type MirrorsConstructor<
  Sync extends AnyClass,
  Async extends AnyClass,
  Allow extends Allowlist = [],
> = ParameterDrifts<ConstructorParameters<Sync>, ConstructorParameters<Async>, Allow>;

type ParameterDrifts<P extends readonly unknown[], Q extends readonly unknown[], Allow extends Allowlist> = [
  keyof AllowlistFault<Allow, OptionNames<P[number]>, OptionNames<Q[number]>>,
] extends [never]
  ? Equivalent<
      WithoutOptions<P, Exempted<Allow, 'sync'>>,
      WithoutOptions<Q, Exempted<Allow, 'async'>>
    > extends true
    ? NoDrift
    : Explained<P, OptionDrifts<Options<P[number]>, Options<Q[number]>, Allow>>
  : AllowlistFault<Allow, OptionNames<P[number]>, OptionNames<Q[number]>>;

/** Where no option explains the difference, the parameters themselves differ. */
type Explained<P extends readonly unknown[], OptionDrifts> = [keyof OptionDrifts] extends [never]
  ? { readonly constructor: Drift<'the constructor parameters differ: change them to', P> }
  : { [Name in keyof OptionDrifts]: OptionDrifts[Name] };

type OptionDrifts<S, A, Allow extends Allowlist> = {
  readonly [Name in
    | Exclude<keyof S, Exempted<Allow, 'sync'>>
    | Exclude<keyof A, Exempted<Allow, 'async'>> as Name extends keyof S & keyof A
    ? Identical<{ [K in Name]: S[K] }, { [K in Name]: A[K] }> extends true
      ? never
      : Name
    : Name]: Name extends keyof S
    ? Drift<'constructor option missing or of another type on the async side: change it to', S[Name]>
    : Drift<
        'constructor option on the async side only: remove it, add it to the sync side, or list it',
        Name
      >;
};

type WithoutOptions<P extends readonly unknown[], Exempt> = { [I in keyof P]: WithoutKeys<P[I], Exempt> };

/** Only an object with such a key is rebuilt: a class with private members would lose its identity. */
type WithoutKeys<T, Exempt> = T extends object
  ? [Extract<keyof T, Exempt>] extends [never]
    ? T
    : { [K in keyof T as K extends Exempt ? never : K]: T[K] }
  : T;

/** The objects among the parameters that hold options. */
type Options<Parameter> = Parameter extends AnyFunction | readonly unknown[]
  ? never
  : Extract<Parameter, object>;

type OptionNames<Parameter> =
  Options<Parameter> extends infer Option ? (Option extends object ? keyof Option : never) : never;
