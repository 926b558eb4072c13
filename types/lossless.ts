import type { Identical } from './identical.ts';

type Rebuilt<F> = F extends (this: infer This, ...parameters: infer Parameters) => infer Result
  ? unknown extends This
    ? (...parameters: Parameters) => Result
    : (this: This, ...parameters: Parameters) => Result
  : never;

/**
 * Whether a function type survives `infer`: false for overloads, type parameters, type predicates, construct
 * signatures and functions with properties, of which `infer` keeps the last signature or less.
 *
 * @example
 * ```ts
 * import type { Lossless } from 'lockstep/types';
 * const no: Lossless<<T>(value: T) => T> = false;
 * ```
 */
export type Lossless<F> = Identical<F, Rebuilt<F>>;

declare const probe: unique symbol;

/** Stands for a subclass: a member that changes when this is added to its class uses polymorphic `this`. */
export interface ThisProbe {
  readonly [probe]: never;
}

/**
 * Whether a member's type mentions polymorphic `this`.
 *
 * @example
 * ```ts
 * import type { UsesThis } from 'lockstep/types';
 * interface Builder { add(item: string): this; size(): number }
 * const yes: UsesThis<Builder, 'add'> = true;
 * ```
 */
export type UsesThis<T, Member extends keyof T> =
  Identical<T[Member], (T & ThisProbe)[Member]> extends true ? false : true;
