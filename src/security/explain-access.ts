import type { AccessControl, AccessDecision } from '../../types/access-control.ts';
import { ruleOn } from './access-policy.ts';
import { type AccessRequest, mismatchOf, speaksOf } from './rule-applies.ts';
import type { Subject } from './subject.ts';

/**
 * Decides a request and says why, with all the rules that speak of it.
 *
 * @param subject - `undefined` where nobody said for whom the run is
 * @param now - milliseconds since the epoch
 */
export const explainAccess = (
  control: AccessControl,
  request: AccessRequest,
  subject: Subject | undefined,
  now: number,
): AccessDecision => {
  const { action, workflow, node } = request;
  const { allowed, rule } = ruleOn(control, request, subject, now);
  const decision = { allowed, action, workflow, nodeId: node?.id ?? null };
  if (subject === undefined) {
    return {
      ...decision,
      userId: null,
      rule: null,
      reason: 'no userContext is given.',
      remedy: 'Give the option userContext: { userId, roles, ... }, to the run or to the runtime.',
      considered: [],
    };
  }
  const considered = control.rules
    .filter((each) => speaksOf(each, request))
    .map((each) => {
      const mismatch = mismatchOf(each, request, subject, now);
      const because = mismatch ?? 'all that it asks for is so';
      return { rule: each.id, effect: each.effect, applies: mismatch === undefined, because };
    });
  const verdict = `rule '${rule?.id}' ${allowed ? 'allows' : 'denies'} it.`;
  return {
    ...decision,
    userId: subject.user.userId,
    rule: rule?.id ?? null,
    reason: rule === undefined ? 'no rule allows it.' : verdict,
    remedy: allowed ? '' : remedyOf(action, rule?.id, considered),
    considered,
  };
};

const remedyOf = (
  action: AccessRequest['action'],
  denying: string | undefined,
  considered: AccessDecision['considered'],
): string => {
  if (denying !== undefined) {
    return `Change rule '${denying}' of accessControl, or run it for another userContext.`;
  }
  const [nearest] = considered;
  const why = nearest === undefined ? '' : ` (rule '${nearest.rule}' does not: ${nearest.because})`;
  return `Allow '${action}' by a rule of accessControl${why}, or run it for another userContext.`;
};
