import type { AccessControl, AccessRule } from '../../types/access-control.ts';
import { type AccessRequest, mismatchOf, speaksOf } from './rule-applies.ts';
import type { Subject } from './subject.ts';

/** What has been decided: the rule that did, and those that deny, which say what becomes of the denied. */
export interface Ruling {
  readonly allowed: boolean;
  readonly rule: AccessRule | undefined;
  readonly denials: readonly AccessRule[];
}

const NO_DENIALS: readonly AccessRule[] = [];

/**
 * Decides a request: denied unless a rule allows it, and denied whenever a rule denies it.
 *
 * @param subject - `undefined` where nobody said for whom the run is
 * @param now - milliseconds since the epoch
 */
export const ruleOn = (
  { rules }: AccessControl,
  request: AccessRequest,
  subject: Subject | undefined,
  now: number,
): Ruling => {
  if (subject === undefined) return { allowed: false, rule: undefined, denials: NO_DENIALS };
  let allowance: AccessRule | undefined;
  let denials = NO_DENIALS;
  for (const rule of rules) {
    // One that allows is enough; of those that deny each may hide something else.
    if (rule.effect === 'allow' && allowance !== undefined) continue;
    if (!speaksOf(rule, request) || mismatchOf(rule, request, subject, now) !== undefined) continue;
    if (rule.effect === 'allow') allowance = rule;
    else denials = [...denials, rule];
  }
  const [denial] = denials;
  return { allowed: denial === undefined && allowance !== undefined, rule: denial ?? allowance, denials };
};
