declare const drift: unique symbol;

/**
 * What the gate puts in the place of a member that drifted: nothing can be assigned to it, so that the compiler
 * reports the member, prints its type, and then these words and the type that it should have.
 *
 * @example
 * ```ts
 * import type { Drift } from 'lockstep/types';
 * type Lost = Drift<'parameter missing: change the member to', (path: string) => Promise<string>>;
 * ```
 */
export interface Drift<Words extends string, Expected = unknown> {
  readonly [drift]: readonly [Words, Expected];
}
