import type { Drift } from './drift.ts';
import type { DriftReport, IsUnseen } from './drift-report.ts';
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

/** The drift of each member that is not in step, by its name on the asynchronous side. */
export type Drifts<Sync, Async, Allow extends Allowlist> = {
  [Name in Compared<Sync, Async, Allow> as Drifted<Sync, Async, Allow, Name>]: MemberDrift<
    Sync,
    Async,
    Allow,
    Name
  >;
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
