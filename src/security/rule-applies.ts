import type { AccessAction, AccessRule } from '../../types/access-control.ts';
import { conditionHolds } from './condition-holds.ts';
import type { Subject } from './subject.ts';

/** An action on a workflow, or on one of its nodes. */
export interface AccessRequest {
  readonly action: AccessAction;
  readonly workflow: string;
  readonly node: { readonly id: string; readonly type: string } | undefined;
}

const includes = (list: readonly string[] | undefined, value: string | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value));

/** Whether a rule speaks of an action and its object, whoever the user is. */
export const speaksOf = (rule: AccessRule, { action, workflow, node }: AccessRequest): boolean =>
  rule.actions.includes(action) &&
  includes(rule.workflows, workflow) &&
  (node === undefined
    ? rule.nodes === undefined && rule.nodeTypes === undefined
    : includes(rule.nodes, node.id) && includes(rule.nodeTypes, node.type));

/**
 * Why a rule that speaks of a request does not apply to it; `undefined` where it does. A condition that cannot be told fails closed: what
 * allows does not apply, what denies does.
 *
 * @param now - milliseconds since the epoch
 */
export const mismatchOf = (
  rule: AccessRule,
  request: AccessRequest,
  { user, roles, permissions }: Subject,
  now: number,
): string | undefined => {
  if (rule.expires !== undefined && now >= Date.parse(rule.expires))
    return `it has ended, at ${rule.expires}`;
  if (!includes(rule.users, user.userId)) return `the user is not ${anyOf(rule.users)}`;
  if (!includes(rule.tenants, user.tenantId)) return `the tenant is not ${anyOf(rule.tenants)}`;
  if (rule.roles !== undefined && !rule.roles.some((role) => roles.has(role))) {
    return `the user has no role ${anyOf(rule.roles)}`;
  }
  const lacking = rule.permissions?.find((each) => !permissions.has(each));
  if (lacking !== undefined) return `the user lacks the permission '${lacking}'`;
  if (rule.when === undefined) return undefined;
  const { action, workflow, node } = request;
  const known = { ...user, roles: [...roles], permissions: [...permissions] };
  const record = { user: known, action, workflow: { name: workflow }, ...(node && { node }) };
  for (const condition of rule.when) {
    const holds = conditionHolds(condition, record);
    if (holds ?? rule.effect === 'deny') continue;
    return `'${condition.attribute} ${condition.operator}' ${holds === false ? 'does not hold' : 'cannot be told'}`;
  }
  return undefined;
};

const anyOf = (names: readonly string[] | undefined): string =>
  (names ?? []).map((name) => `'${name}'`).join(' or ');
