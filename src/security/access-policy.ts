import type { AccessControl, AccessDecision, AccessRule, UserContext } from '../../types/access-control.ts';
import { type AccessRequest, ruleApplies } from './rule-applies.ts';

/** A decision with the rules that deny, which say what becomes of the denied. */
export interface Verdict {
  readonly decision: AccessDecision;
  readonly denials: readonly AccessRule[];
}

/**
 * Decides a request: denied unless a rule allows it, and denied whenever a rule denies it.
 *
 * @param user - `undefined` where nobody said for whom the run is
 * @param now - milliseconds since the epoch
 */
export const decideAccess = (
  { rules }: AccessControl,
  request: AccessRequest,
  user: UserContext | undefined,
  now: number,
): Verdict => {
  const answer = (allowed: boolean, rule: AccessRule | undefined, reason: string): AccessDecision => ({
    allowed,
    action: request.action,
    workflow: request.workflow,
    nodeId: request.node?.id ?? null,
    userId: user?.userId ?? null,
    rule: rule?.id ?? null,
    reason,
  });
  if (user === undefined) {
    return { decision: answer(false, undefined, 'no userContext is given.'), denials: [] };
  }
  const applying = rules.filter((rule) => ruleApplies(rule, request, user, now));
  const denials = applying.filter(({ effect }) => effect === 'deny');
  const [denial] = denials;
  if (denial !== undefined) {
    return { decision: answer(false, denial, `rule '${denial.id}' denies it.`), denials };
  }
  const allowance = applying.find(({ effect }) => effect === 'allow');
  if (allowance !== undefined) {
    return { decision: answer(true, allowance, `rule '${allowance.id}' allows it.`), denials };
  }
  return { decision: answer(false, undefined, 'no rule allows it.'), denials };
};
