import type { CheckId } from '../check-facts.ts';
import type { Check } from '../define-check.ts';
import { accessorMismatch } from './accessor-mismatch.ts';
import { anyHidesDrift } from './any-hides-drift.ts';
import { constructorParameter } from './constructor-parameter.ts';
import { deprecatedOneSide } from './deprecated-one-side.ts';
import { genericConstraint } from './generic-constraint.ts';
import { genericOrder } from './generic-order.ts';
import { ignoredOption } from './ignored-option.ts';
import { inheritedSync } from './inherited-sync.ts';
import { kindMismatch } from './kind-mismatch.ts';
import { lostGeneric } from './lost-generic.ts';
import { lostOverload } from './lost-overload.ts';
import { missingMember } from './missing-member.ts';
import { notAwaitable } from './not-awaitable.ts';
import { optionalMember } from './optional-member.ts';
import { overloadOrder } from './overload-order.ts';
import { parameterCount } from './parameter-count.ts';
import { parameterDefault } from './parameter-default.ts';
import { parameterName } from './parameter-name.ts';
import { parameterOptionality } from './parameter-optionality.ts';
import { parameterOrder } from './parameter-order.ts';
import { parameterType } from './parameter-type.ts';
import { phantomMember } from './phantom-member.ts';
import { propertyType } from './property-type.ts';
import { readonlyMismatch } from './readonly-mismatch.ts';
import { restParameter } from './rest-parameter.ts';
import { resultMismatch } from './result-mismatch.ts';
import { staticMismatch } from './static-mismatch.ts';
import { thisParameter } from './this-parameter.ts';
import { throwsMismatch } from './throws-mismatch.ts';
import { uncontractedMember } from './uncontracted-member.ts';
import { visibilityMismatch } from './visibility-mismatch.ts';

/** All checks of a pair, in the order in which the findings of one place are listed. */
export const CHECKS = [
  missingMember,
  uncontractedMember,
  kindMismatch,
  staticMismatch,
  visibilityMismatch,
  optionalMember,
  readonlyMismatch,
  accessorMismatch,
  propertyType,
  inheritedSync,
  phantomMember,
  notAwaitable,
  resultMismatch,
  parameterCount,
  parameterOrder,
  parameterName,
  parameterType,
  parameterOptionality,
  parameterDefault,
  restParameter,
  ignoredOption,
  lostGeneric,
  genericConstraint,
  lostOverload,
  overloadOrder,
  thisParameter,
  anyHidesDrift,
  constructorParameter,
  deprecatedOneSide,
  throwsMismatch,
  genericOrder,
] as const;

/** A check, whatever its id: what it finds carries the facts of that id. */
export type AnyCheck = { readonly [Id in CheckId]: Check<Id> }[CheckId];

/** The ids of all checks of a pair. */
export const CHECK_IDS: readonly CheckId[] = CHECKS.map(({ id }) => id);
