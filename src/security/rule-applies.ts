import type { AccessAction, AccessCondition, AccessRule, UserContext } from '../../types/access-control.ts';
import { compare } from '../nodes/compare.ts';

/** An action on a workflow, or on one of its nodes. */
export interface AccessRequest {
  readonly action: AccessAction;
  readonly workflow: string;
  readonly node: { readonly id: string; readonly type: string } | undefined;
}

const NOTHING = Symbol('nothing');

// Only what an object has itself: its prototype is the same for every user.
const attributeAt = (record: Readonly<Record<string, unknown>>, path: string): unknown => {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return NOTHING;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
};

/** `undefined` where the attribute is not known, so that nobody can say whether the condition holds. */
const conditionHolds = (
  { attribute, operator, value }: AccessCondition,
  record: Readonly<Record<string, unknown>>,
): boolean | undefined => {
  const found = attributeAt(record, attribute);
  if (found !== NOTHING) return compare(found, operator, value);
  // That something is missing is what these two ask.
  if (operator === 'is_null') return true;
  return operator === 'is_not_null' ? false : undefined;
};

const includes = (list: readonly string[] | undefined, value: string | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value));

const speaksOf = (rule: AccessRule, { action, workflow, node }: AccessRequest, user: UserContext): boolean =>
  rule.actions.includes(action) &&
  includes(rule.workflows, workflow) &&
  (node === undefined
    ? rule.nodes === undefined && rule.nodeTypes === undefined
    : includes(rule.nodes, node.id) && includes(rule.nodeTypes, node.type)) &&
  includes(rule.users, user.userId) &&
  includes(rule.tenants, user.tenantId) &&
  (rule.roles === undefined || rule.roles.some((role) => user.roles?.includes(role)));

/**
 * Whether a rule applies to a request. A condition on an attribute that is not known fails closed: what allows does not apply,
 * what denies does.
 *
 * @param now - milliseconds since the epoch
 */
export const ruleApplies = (
  rule: AccessRule,
  request: AccessRequest,
  user: UserContext,
  now: number,
): boolean => {
  if (rule.expires !== undefined && now >= Date.parse(rule.expires)) return false;
  if (!speaksOf(rule, request, user)) return false;
  const { action, workflow, node } = request;
  const record = { user, action, workflow: { name: workflow }, ...(node && { node }) };
  const unknown = rule.effect === 'deny';
  return (rule.when ?? []).every((condition) => conditionHolds(condition, record) ?? unknown);
};
