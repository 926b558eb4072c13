import * as v from 'valibot';
import type { AccessControl, AccessRule, UserContext } from '../../types/access-control.ts';
import type { JsonValue } from '../../types/json.ts';
import { OPERATORS } from '../nodes/compare.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { frozenCopy } from '../workflow/frozen-copy.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const names = v.pipe(v.array(text), v.minLength(1));

const isJson = (value: unknown): value is JsonValue => {
  if (Array.isArray(value)) return value.every(isJson);
  if (isPlainObject(value)) return Object.values(value).every(isJson);
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
};
const json = v.custom<JsonValue>(isJson, 'a JSON value');

const attribute = v.pipe(
  v.string(),
  v.regex(
    /^(user\.\w.*|workflow\.name|node\.(id|type)|action)$/,
    'user.…, workflow.name, node.id, node.type or action',
  ),
);

const condition = v.strictObject({
  attribute,
  operator: v.picklist(OPERATORS),
  value: v.exactOptional(json),
});

const WHO = ['users', 'roles', 'tenants'] as const;

/** What is wrong with a rule that its entries, each by itself, do not show. */
const ruleProblem = (rule: AccessRule): string | undefined => {
  const { effect, actions, onDenied, mask, expires } = rule;
  if (expires !== undefined && Number.isNaN(Date.parse(expires))) return "'expires' is no ISO 8601 moment";
  if (effect === 'allow' && (onDenied !== undefined || mask !== undefined)) {
    return "'onDenied' and 'mask' are for a rule that denies";
  }
  const only = (action: string): boolean => actions.every((each) => each === action);
  if (onDenied === 'skip' && !only('executeNode')) return "'skip' is for a rule on executeNode alone";
  if ((onDenied === 'mask' || mask !== undefined) && !only('readOutput')) {
    return "'mask' is for a rule on readOutput alone";
  }
  return undefined;
};

const rule = v.pipe(
  v.strictObject({
    id: text,
    effect: v.picklist(['allow', 'deny']),
    actions: v.pipe(
      v.array(v.picklist(['executeWorkflow', 'executeNode', 'readOutput', 'writeInput'])),
      v.minLength(1),
    ),
    workflows: v.exactOptional(names),
    nodes: v.exactOptional(names),
    nodeTypes: v.exactOptional(names),
    users: v.exactOptional(names),
    roles: v.exactOptional(names),
    tenants: v.exactOptional(names),
    when: v.exactOptional(v.pipe(v.array(condition), v.minLength(1))),
    expires: v.exactOptional(v.string()),
    onDenied: v.exactOptional(v.picklist(['fail', 'skip', 'mask'])),
    mask: v.exactOptional(names),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? ruleProblem(dataset.value) : undefined;
    if (problem !== undefined) addIssue({ message: problem });
  }),
);

/** What is wrong with the rules together. */
const rulesProblem = ({ strategy, rules }: AccessControl): string | undefined => {
  const ids = rules.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return `two rules have the id '${twice}'`;
  const byRole = rules.find((each) => WHO.some((key) => each[key] !== undefined));
  if (strategy === 'abac' && byRole !== undefined) {
    return `rule '${byRole.id}' names users, roles or tenants, which strategy 'abac' does not look at: use 'hybrid'`;
  }
  const byCondition = rules.find(({ when }) => when !== undefined);
  if (strategy === 'rbac' && byCondition !== undefined) {
    return `rule '${byCondition.id}' has conditions, which strategy 'rbac' does not look at: use 'hybrid'`;
  }
  return undefined;
};

/** The option `accessControl`; the answer is a copy, so that nobody changes the rules of a runtime that is there. */
export const accessControl = v.pipe(
  v.strictObject({
    strategy: v.picklist(['rbac', 'abac', 'hybrid']),
    rules: v.array(rule),
    onDeniedNode: v.exactOptional(v.picklist(['fail', 'skip'])),
    onDeniedOutput: v.exactOptional(v.picklist(['fail', 'mask'])),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? rulesProblem(dataset.value) : undefined;
    if (problem !== undefined) addIssue({ message: problem });
  }),
  v.transform((value): AccessControl => frozenCopy(value)),
);

/** The option `userContext`; the answer is a copy, so that nobody changes a user whose run has begun. */
export const userContext = v.pipe(
  v.strictObject({
    userId: text,
    tenantId: v.exactOptional(text),
    roles: v.exactOptional(v.array(text)),
    attributes: v.exactOptional(v.record(v.string(), json)),
  }),
  v.transform((value): UserContext => frozenCopy(value)),
);
