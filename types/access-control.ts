import type { JsonValue } from './json.ts';
import type { Operator } from './workflow.ts';

/** On whose behalf a run goes on, as plain data: it is copied when a run starts, and getters, proxies and class instances are refused. */
export interface UserContext {
  readonly userId: string;
  readonly tenantId?: string;
  readonly roles?: readonly string[];
  /** Permissions besides those that the roles grant. */
  readonly permissions?: readonly string[];
  /** What conditions may ask of besides, such as `{ department: 'finance' }`. */
  readonly attributes?: Readonly<Record<string, JsonValue>>;
}

/**
 * What access is asked for: to run a workflow, to run a node, to see the output of a node (masked otherwise), or to give a node
 * input values through `parameters`.
 */
export type AccessAction = 'executeWorkflow' | 'executeNode' | 'readOutput' | 'writeInput';

/**
 * A comparison that a rule depends on. `attribute` is a dotted path: `user.userId`, `user.tenantId`, `user.roles`,
 * `user.permissions`, `user.attributes.department`, `workflow.name`, `node.id`, `node.type` or `action`. One that cannot be told (no such
 * attribute, or values that do not compare) keeps a rule that allows from applying, and has a rule that denies apply.
 */
export interface AccessCondition {
  readonly attribute: string;
  readonly operator: Operator;
  readonly value?: JsonValue;
}

/**
 * What follows from a denial: the run or node fails, the node is skipped (`executeNode` only), or its output is masked
 * (`readOutput` only).
 */
export type OnDenied = 'fail' | 'skip' | 'mask';

/**
 * Allows or denies actions. Each list narrows the rule to what it names; a list that is not given narrows nothing.
 *
 * @example
 * ```ts
 * import type { AccessRule } from 'lockstep/types';
 * const rule: AccessRule = { id: 'clerks', effect: 'allow', actions: ['executeWorkflow', 'executeNode'], roles: ['clerk'] };
 * ```
 */
export interface AccessRule {
  /** Named in decisions; no two rules share one. */
  readonly id: string;
  readonly effect: 'allow' | 'deny';
  readonly actions: readonly AccessAction[];
  /** Names of workflows. */
  readonly workflows?: readonly string[];
  /** Ids of nodes. */
  readonly nodes?: readonly string[];
  readonly nodeTypes?: readonly string[];
  readonly users?: readonly string[];
  /** The user has one of them. */
  readonly roles?: readonly string[];
  /** The user has all of them, by themselves or by their roles. */
  readonly permissions?: readonly string[];
  readonly tenants?: readonly string[];
  /** All of them hold. */
  readonly when?: readonly AccessCondition[];
  /** When the rule ends, as an ISO 8601 moment such as `2027-01-31T00:00:00Z`. */
  readonly expires?: string;
  /** What a denial by this rule does; that of the access control unless given. Only on a rule that denies. */
  readonly onDenied?: OnDenied;
  /**
   * The ports, or dotted paths into the output, that are masked, all of it unless given; `*` stands for each entry. Only on a rule that
   * denies `readOutput`.
   */
  readonly mask?: readonly string[];
}

/** What a role brings to those who have it. */
export interface AccessRole {
  readonly permissions?: readonly string[];
  /** Roles that whoever has this one has as well. */
  readonly inherits?: readonly string[];
}

/**
 * Who may do what. Nothing is allowed but by a rule, and a rule that denies beats all that allow.
 *
 * @example
 * ```ts
 * import type { AccessControl } from 'lockstep/types';
 * const accessControl: AccessControl = {
 *   strategy: 'hybrid',
 *   rules: [
 *     { id: 'clerks', effect: 'allow', actions: ['executeWorkflow', 'executeNode', 'readOutput'], roles: ['clerk'] },
 *     { id: 'salaries', effect: 'deny', actions: ['readOutput'], nodes: ['staff'], mask: ['salary'] },
 *   ],
 * };
 * ```
 */
export interface AccessControl {
  /** `rbac`: rules name users, roles and tenants; `abac`: they have conditions; `hybrid`: both. */
  readonly strategy: 'rbac' | 'abac' | 'hybrid';
  /** The roles that rules may name, with what they bring; any name unless given. */
  readonly roles?: Readonly<Record<string, AccessRole>>;
  readonly rules: readonly AccessRule[];
  /** What a denied node does: `fail` unless given. */
  readonly onDeniedNode?: 'fail' | 'skip';
  /** What a denied output does: `mask` unless given. */
  readonly onDeniedOutput?: 'fail' | 'mask';
}

/** Why one rule about an action and its object applies or not. */
export interface ConsideredRule {
  readonly rule: string;
  readonly effect: 'allow' | 'deny';
  readonly applies: boolean;
  readonly because: string;
}

/** An answer, and why it is that one. */
export interface AccessDecision {
  readonly allowed: boolean;
  readonly action: AccessAction;
  /** The name of the workflow. */
  readonly workflow: string;
  /** `null` where the action is on the workflow as a whole. */
  readonly nodeId: string | null;
  /** `null` where no user is known. */
  readonly userId: string | null;
  /** The rule that decided; `null` where none did. */
  readonly rule: string | null;
  /** In one sentence. */
  readonly reason: string;
  /** What to change so that it is allowed; empty where it is. */
  readonly remedy: string;
  /** All rules about this action on this object, in their order. */
  readonly considered: readonly ConsideredRule[];
}

/** The decisions for a node. */
export type NodeAccess = Readonly<Record<Exclude<AccessAction, 'executeWorkflow'>, AccessDecision>>;

/** Whether a user may run a workflow, and what of its nodes. */
export interface WorkflowAccess extends AccessDecision {
  /** By node id, in plan order. */
  readonly nodes: Readonly<Record<string, NodeAccess>>;
}
