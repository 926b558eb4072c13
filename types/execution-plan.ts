/**
 * What is known of a run so far: enough to say which branches are dead.
 *
 * @example
 * ```ts
 * import type { RunProgress } from 'lockstep/types';
 * const progress: RunProgress = { results: { isLarge: { conditionResult: true } }, failed: ['audit'] };
 * ```
 */
export interface RunProgress {
  /** The outputs known so far, by node id. */
  readonly results?: Readonly<Record<string, unknown>>;
  /** The nodes known to be skipped. */
  readonly skipped?: readonly string[];
  /** The nodes known to have failed under a policy that lets the run go on. */
  readonly failed?: readonly string[];
}

/** Which nodes will run, as far as can be told; a pruned plan is data, there is no second executor. */
export interface ExecutionPlan {
  /** The ids of the nodes that will run or may run, in plan order. */
  readonly order: readonly string[];
  /** The same ids, grouped: the nodes of a level depend on nodes of earlier levels only. */
  readonly levels: readonly (readonly string[])[];
  /** The ids of the nodes that will be skipped, in plan order. */
  readonly skipped: readonly string[];
}

/** A node that routes: each of its connected ports with the nodes that only this port can make run. */
export interface ConditionalNode {
  readonly nodeId: string;
  readonly ports: Readonly<Record<string, ConditionalPort>>;
  /** How many routing nodes lie before it on the longest path: 0 for an outermost one. */
  readonly depth: number;
}

/** One connected port of a routing node. */
export interface ConditionalPort {
  /** The direct targets, in connection order. */
  readonly targets: readonly string[];
  /** Every node that is skipped under `skip_branches` when only this port is inactive, in plan order. */
  readonly exclusive: readonly string[];
}

/** The conditional structure of a workflow. */
export interface ConditionAnalysis {
  readonly pattern: 'none' | 'single' | 'multiple' | 'nested';
  readonly conditionals: readonly ConditionalNode[];
  /** The nodes where branches of one routing node meet again, in plan order. */
  readonly joins: readonly string[];
}

/** Something odd that does not stop a workflow from running. */
export interface WorkflowWarning {
  readonly code: 'disconnected-node' | 'input-not-connected' | 'port-not-connected';
  readonly nodeId: string;
  readonly message: string;
}
