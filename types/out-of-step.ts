import type { Drift } from './drift.ts';
import type { Allowlist, Exempted } from './exemption.ts';
import type { IsAny, IsNever } from './identical.ts';
import type { PromisifiedDrift, SameDrift } from './member-drift.ts';
import type { AsyncName, PromisifiedMember, SyncName } from './promisify.ts';

/** What `Mirrors` becomes for a pair that its first look did not find in step: each drift, none if there is none. */
export type OutOfStep<Sync, Async, Allow extends Allowlist> = DriftReport<
  {
    [Name in Compared<Sync, Async, Allow> as IsUnseen<Async, Name> extends true
      ? Drifted<Sync, Async, Allow, Name>
      : never]: MemberDrift<Sync, Async, Allow, Name>;
  },
  Async,
  Drifts<Sync, Async, Allow>
>;

/**
 * The drifts of a class in the form that makes the compiler report each on its line. `any` is assignable to
 * everything but `never`, and `never` to everything, so that only a missing name shows it.
 *
 * The compiler prints the type that a member should have, except for a member that is missing or `any`; but then
 * it prints the name of this type and its arguments: `Unseen` is there to be read.
 */
export type DriftReport<Unseen, Class, Drifts> = {
  [Name in keyof Drifts as NameToReport<Class, Name>]: Name extends keyof Class
    ? IsAny<Class[Name]> extends true
      ? never
      : Drifts[Name]
    : Drifts[Name];
};

type NameToReport<Class, Name> = Name extends keyof Class
  ? IsNever<Class[Name]> extends true
    ? `the type of '${Name & string}' is never, which hides drift: declare its type`
    : Name
  : Name;

/** Whether a drift of this member is one whose expected type the compiler does not print. */
export type IsUnseen<Class, Name> = Name extends keyof Class ? IsAny<Class[Name]> : true;

/** The drift of each member that is not in step, by its name on the asynchronous side. */
export type Drifts<Sync, Async, Allow extends Allowlist> = {
  [Name in Compared<Sync, Async, Allow> as Drifted<Sync, Async, Allow, Name>]: MemberDrift<Sync, Async, Allow, Name>;
};

type Drifted<Sync, Async, Allow extends Allowlist, Name> =
  IsNever<MemberDrift<Sync, Async, Allow, Name>> extends true ? never : Name;

/** The names that have to be in step, as the asynchronous side spells them. */
type Compared<Sync, Async, Allow extends Allowlist> =
  | AsyncName<Exclude<keyof Sync, Exempted<Allow, 'sync'>>>
  | Exclude<keyof Async, Exempted<Allow, 'async'>>;

type MemberDrift<Sync, Async, Allow extends Allowlist, Name> =
  SyncName<Name, keyof Sync> extends infer K
    ? [K] extends [never]
      ? Drift<'on the async side only: remove it, add it to the sync side, or list it with a reason', Name>
      : K extends keyof Sync
        ? Name extends keyof Async
          ? CommonDrift<Sync, K, Async, Name, Allow>
          : Drift<'missing on the async side, or not public: add', PromisifiedMember<Sync, K>>
        : never
    : never;

type CommonDrift<Sync, K extends keyof Sync, Async, Name extends keyof Async, Allow extends Allowlist> =
  IsAny<Async[Name]> extends true
    ? IsAny<Sync[K]> extends true
      ? never
      : Drift<'`any` hides drift: change the member to', PromisifiedMember<Sync, K>>
    : K extends Exempted<Allow, 'both'>
      ? SameDrift<Sync, K, Async, Name>
      : PromisifiedDrift<Sync, K, Async, Name>;
