import type { BulkheadPolicy, CircuitBreakerPolicy } from '../../types/resilience.ts';
import type { RetryPolicy } from '../../types/runtime-options.ts';
import type { Cycle, NodeOutput, WorkflowContract } from '../../types/workflow.ts';
import type { LoopBehaviour, ParameterScope } from '../nodes/node-definition.ts';
import type { Bodies } from './bodies.ts';

/** An edge between nodes, which are numbered in plan order. */
export interface PlanEdge {
  readonly source: number;
  readonly output: string;
  /** The first segment of `output`. */
  readonly head: string;
  readonly target: number;
  readonly input: string;
  /** Whether it carries the previous iteration's value. */
  readonly back: boolean;
  /** Whether a lookup by key finds the value at `output`, when it finds something. */
  readonly direct: boolean;
}

/** An input and the edges that feed it, forward edges first, each kind in the order of `addConnection`. */
export interface Feed {
  readonly name: string;
  readonly edges: readonly PlanEdge[];
  readonly required: boolean;
}

/** A node with all that the engine asks of it, so that a run looks nothing up. */
export interface PlanNode extends Bodies {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly feeds: readonly Feed[];
  /** The edges that feed it, where each of its inputs is fed by a single one, which leads forward. */
  readonly singleEdges: readonly PlanEdge[] | undefined;
  /** The declared inputs, or `undefined` for a node that takes any. */
  readonly declared: ReadonlySet<string> | undefined;
  readonly required: readonly string[];
  readonly parameters: ParameterScope;
  /** The values that the config gives for inputs. */
  readonly defaults: readonly (readonly [name: string, value: unknown])[];
  /** The targets of the forward edges, one entry an edge; in a cycle only those in the same cycle. */
  readonly targets: readonly number[];
  /** The targets outside of the cycle that the node is in. */
  readonly outerTargets: readonly number[];
  /** The index of the cycle that the node is in, or -1. */
  readonly cycle: number;
  readonly retry: RetryPolicy | undefined;
  readonly circuitBreaker: CircuitBreakerPolicy | undefined;
  readonly bulkhead: BulkheadPolicy | undefined;
  readonly timeoutMs: number | undefined;
  readonly ports: readonly string[] | 'any';
  readonly activePorts: ((output: NodeOutput) => readonly string[]) | undefined;
  readonly workflow: WorkflowContract | undefined;
  readonly loop: LoopBehaviour | undefined;
}

/** A cycle of a plan. */
export interface PlanCycle {
  readonly declaration: Cycle;
  /** Its nodes, in plan order. */
  readonly members: readonly number[];
  /** Those of them without a forward edge from the cycle, in the order of `addNode`. */
  readonly first: readonly number[];
  readonly backEdges: readonly PlanEdge[];
  /** The target of its first back edge, which bears the cycle's own failures. */
  readonly entry: number;
}

/** A workflow in the form that runs are made of; it holds no state of any run. */
export interface Plan {
  readonly workflow: WorkflowContract;
  /** Whether any node has a circuit breaker or a bulkhead of its own. */
  readonly isGuarded: boolean;
  /** In plan order. */
  readonly nodes: readonly PlanNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly cycles: readonly PlanCycle[];
  /** The nodes that can be taken at once, in the order of `addNode`. */
  readonly roots: readonly number[];
  /** For each node: how many forward edges lead to it (in a cycle: from the same cycle). */
  readonly incoming: Int32Array;
  /** For each cycle: how many forward edges lead into it. */
  readonly entering: Int32Array;
}
