import type { ContractFault } from './allowlist-fault.ts';
import type { ContractDrift } from './contract-drift.ts';
import type { DriftReport, IsUnseen } from './drift-report.ts';
import type { Allowlist } from './exemption.ts';
import type { Identical, IsNever } from './identical.ts';
import type { ThisProbe } from './lossless.ts';
import type { NoDrift } from './no-drift.ts';

/**
 * Holds a class to a contract exactly, in its own `implements` clause, beside the contract itself. Unlike
 * `implements` alone it refuses fewer parameters, other optionality, dropped option keys, `any`, and members that
 * the contract lacks; and unlike `Mirrors` it carries generics, overloads, predicates and polymorphic `this`.
 *
 * @example
 * ```ts
 * import type { Color, Conforms, Ret } from 'lockstep/types';
 * interface Reader<C extends Color> { readonly read: <T>(path: string, parse: (text: string) => T) => Ret<C, T> }
 * class AsyncReader implements Reader<'async'>, Conforms<Reader<'async'>, AsyncReader> {
 *   async read<T>(path: string, parse: (text: string) => T): Promise<T> { return parse(path); }
 * }
 * ```
 */
export type Conforms<Contract, Class, Allow extends Allowlist = []> = string extends
  | keyof Contract
  | keyof Class
  ? { 'an index signature hides which members there are: give the members names': false }
  : [keyof ContractFault<Allow, keyof Contract, keyof Class>] extends [never]
    ? IsExact<Contract, Class, Allow[number]['member']> extends true
      ? NoDrift
      : OutOfContract<Contract, Class, Allow[number]['member']>
    : ContractFault<Allow, keyof Contract, keyof Class>;

/**
 * Whether the members agree by value and by modifier. The mapped types stand here and not behind a name: of two
 * types with one name the compiler compares the type arguments alone, which a `this` parameter escapes.
 */
type IsExact<Contract, Class, Exempt> =
  Identical<
    { -readonly [K in keyof Contract]: (Contract & ThisProbe)[K] },
    { -readonly [K in keyof Class as K extends Exempt ? never : K]: (Class & ThisProbe)[K] }
  > extends true
    ? Identical<
        { [K in keyof Contract as Contract[K] extends PlainMethod | undefined ? never : K]: Contract[K] },
        {
          [K in keyof Class as K extends Exempt
            ? never
            : Class[K] extends PlainMethod | undefined
              ? never
              : K]: Class[K];
        }
      >
    : false;

/**
 * A function whose modifiers do not count: a class can only give a method for a `readonly` function of its
 * contract. One with a `this` parameter is none of these and is looked at more closely, since identity does not see
 * such a parameter on one side alone.
 */
type PlainMethod = (this: unknown, ...parameters: never) => unknown;

/** What `Conforms` becomes for a class that its first look did not find in step. */
type OutOfContract<Contract, Class, Exempt> = DriftReport<
  {
    [Name in keyof Contract | Exclude<keyof Class, Exempt> as IsUnseen<Class, Name> extends true
      ? Drifted<Contract, Class, Name>
      : never]: ContractDrift<Contract, Class, Name>;
  },
  Class,
  ContractDrifts<Contract, Class, Exempt>
>;

type ContractDrifts<Contract, Class, Exempt> = {
  [Name in keyof Contract | Exclude<keyof Class, Exempt> as Drifted<Contract, Class, Name>]: ContractDrift<
    Contract,
    Class,
    Name
  >;
};

type Drifted<Contract, Class, Name> =
  IsNever<ContractDrift<Contract, Class, Name>> extends true ? never : Name;
