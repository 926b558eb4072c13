import type { DriftsBetween } from './drifts-between.ts';
import type { Allowlist } from './exemption.ts';
import type { Identical } from './identical.ts';

type AnyClass = abstract new (...parameters: never) => unknown;

/**
 * The drifts between the static members of two classes, which no `implements` clause sees; for `InStep`. A factory
 * that gives an instance of its own class is to do so on both sides.
 *
 * @example
 * ```ts
 * import type { InStep, MirrorsStatics } from 'lockstep/types';
 * class Store { static open(path: string): Store { return new Store(); } }
 * class AsyncStore { static async open(path: string): Promise<AsyncStore> { return new AsyncStore(); } }
 * export type StoreStatics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>;
 * ```
 */
export type MirrorsStatics<
  Sync extends AnyClass,
  Async extends AnyClass,
  Allow extends Allowlist = [],
> = DriftsBetween<
  { [K in keyof Sync as K extends 'prototype' ? never : K]: OfOtherClass<Sync[K], Sync, Async> },
  { [K in keyof Async as K extends 'prototype' ? never : K]: Async[K] },
  Allow
>;

/** A factory of the synchronous class as the factory of the asynchronous one; anything else as it is. */
type OfOtherClass<Member, Sync extends AnyClass, Async extends AnyClass> = Member extends (
  ...parameters: infer Parameters
) => infer Result
  ? Identical<Result, InstanceType<Sync>> extends true
    ? (...parameters: Parameters) => InstanceType<Async>
    : Member
  : Member;
