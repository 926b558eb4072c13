/**
 * One entry of an allowlist: a member that may exist on one side alone (`sync`, `async`), or that stays
 * the same on both sides (`both`: a pure method that is synchronous in either colour).
 *
 * @example
 * ```ts
 * import type { Exemption } from 'lockstep/types';
 * const allow = [
 *   { member: 'executeMany', side: 'async', reason: 'needs an event loop' },
 * ] as const satisfies readonly Exemption[];
 * ```
 */
export interface Exemption<Member extends PropertyKey = PropertyKey> {
  readonly member: Member;
  readonly side: 'sync' | 'async' | 'both';
  /** Why the rule does not hold for this member; not empty. */
  readonly reason: string;
}

/** The allowlist of a pair, as a tuple type: `typeof allow` of a list that is declared `as const`. */
export type Allowlist = readonly Exemption[];

/**
 * An allowlist entry for pure members: the same type on both sides, not promisified.
 *
 * @example
 * ```ts
 * import type { Mirrors, SameOnBoth } from 'lockstep/types';
 * class Store { describe(): string { return 'store'; } }
 * class AsyncStore implements Mirrors<Store, AsyncStore, [SameOnBoth<'describe'>]> {
 *   describe(): string { return 'store'; }
 * }
 * ```
 */
export interface SameOnBoth<Member extends PropertyKey> extends Exemption<Member> {
  readonly side: 'both';
  readonly reason: 'the same on both sides';
}

/** The members that an allowlist exempts on a side. */
export type Exempted<Allow extends Allowlist, Side extends Exemption['side']> = Extract<
  Allow[number],
  { readonly side: Side }
>['member'];
