import * as v from 'valibot';
import type { AccessControl, AccessRole, AccessRule } from '../../types/access-control.ts';
import type { JsonValue } from '../../types/json.ts';
import { suggest } from '../errors/suggest.ts';
import { OPERATORS } from '../nodes/compare.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { plainData } from './plain-data.ts';
import { userSnapshot } from './user-snapshot.ts';

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

const WHO = ['users', 'roles', 'permissions', 'tenants'] as const;

/** What to give instead of a rule in which something is wrong that its entries, each by itself, do not show. */
const ruleProblem = (rule: AccessRule): string | undefined => {
  const { effect, actions, onDenied, mask, expires } = rule;
  if (expires !== undefined && Number.isNaN(Date.parse(expires))) return "an ISO 8601 moment as 'expires'";
  if (effect === 'allow' && (onDenied !== undefined || mask !== undefined)) {
    return "'onDenied' and 'mask' to a rule that denies";
  }
  const only = (action: string): boolean => actions.every((each) => each === action);
  if (onDenied === 'skip' && !only('executeNode')) return "'skip' to a rule on executeNode alone";
  if ((onDenied === 'mask' || mask !== undefined) && !only('readOutput')) {
    return "'mask' to a rule on readOutput alone";
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
    permissions: v.exactOptional(names),
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

const role = v.strictObject({
  permissions: v.exactOptional(v.array(text)),
  inherits: v.exactOptional(v.array(text)),
});

// Not `v.record`, which passes over entries named `constructor` and `prototype` without a word.
const declaredRoles = v.custom<Readonly<Record<string, AccessRole>>>(
  (value) => isPlainObject(value) && Object.values(value).every((each) => v.is(role, each)),
  'a plain object whose values are { permissions: [...], inherits: [...] }',
);

/** What to give instead of a role that is named and not declared, where roles are declared. */
const unknownRole = (roles: AccessControl['roles'], rules: readonly AccessRule[]): string | undefined => {
  if (roles === undefined) return undefined;
  const named = [
    ...rules.map(({ id, roles: own = [] }) => [`rule '${id}'`, own] as const),
    ...Object.entries(roles).map(([name, { inherits = [] }]) => [`role '${name}'`, inherits] as const),
  ];
  for (const [where, own] of named) {
    const unknown = own.find((each) => !Object.hasOwn(roles, each));
    if (unknown !== undefined)
      return `declared roles alone: ${where} names '${unknown}'. ${suggest(unknown, Object.keys(roles), 'Declared')}`;
  }
  return undefined;
};

/** What to give instead of rules that are wrong together. */
const rulesProblem = ({ strategy, rules, roles }: AccessControl): string | undefined => {
  const ids = rules.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return `each rule an id of its own: two have '${twice}'`;
  const unknown = unknownRole(roles, rules);
  if (unknown !== undefined) return unknown;
  const byRole = rules.find((each) => WHO.some((key) => each[key] !== undefined));
  if (strategy === 'abac' && byRole !== undefined) {
    return `strategy 'hybrid', since rule '${byRole.id}' names users, roles, permissions or tenants, which 'abac' does not look at`;
  }
  const byCondition = rules.find(({ when }) => when !== undefined);
  if (strategy === 'rbac' && byCondition !== undefined) {
    return `strategy 'hybrid', since rule '${byCondition.id}' has conditions, which 'rbac' does not look at`;
  }
  return undefined;
};

/** The option `accessControl`; the answer is a copy, so that nobody changes the rules of a runtime that is there. */
export const accessControl = v.pipe(
  v.unknown(),
  v.transform((given) => plainData(given, 'accessControl')),
  v.strictObject({
    strategy: v.picklist(['rbac', 'abac', 'hybrid']),
    roles: v.exactOptional(declaredRoles),
    rules: v.array(rule),
    onDeniedNode: v.exactOptional(v.picklist(['fail', 'skip'])),
    onDeniedOutput: v.exactOptional(v.picklist(['fail', 'mask'])),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? rulesProblem(dataset.value) : undefined;
    if (problem !== undefined) addIssue({ message: problem });
  }),
  // Without prototypes, so that what a rule does not say is found nowhere else.
  v.transform((value) => plainData(value, 'accessControl') as AccessControl),
);

/**
 * The option `userContext`; the answer is a copy, so that nobody changes a user whose run has begun. An explicit `undefined` is refused,
 * since it is more likely a mistake than a wish to run for nobody.
 */
export const userContext = v.pipe(v.unknown(), v.transform(userSnapshot));
