import type { IsAny, IsNever } from './identical.ts';

/**
 * The drifts of a class in the form that makes the compiler report each on its line. `any` is assignable to
 * everything but `never`, and `never` to everything, so that only a missing name shows it.
 *
 * The compiler prints the type that a member should have, except for a member that is missing or `any`; but then
 * it prints the name of this type and its arguments: `_Unseen` is there to be read.
 */
export type DriftReport<_Unseen, Class, Drifts> = {
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
