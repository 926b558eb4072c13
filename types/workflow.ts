import type { JsonValue } from './json.ts';

/** The output of a node: one entry a port. */
export type NodeOutput = Readonly<Record<string, unknown>>;

/** The outputs of a workflow's nodes, by node id. */
export type NodeOutputs = Readonly<Record<string, NodeOutput>>;

/** One edge: an output port of a node feeds an input port of another. Ports may be dotted paths. */
export interface Connection {
  readonly source: string;
  readonly output: string;
  readonly target: string;
  readonly input: string;
}

/** A comparison of the `SwitchNode` and of a cycle's end. */
export type Operator = '==' | '!=' | '>' | '<' | '>=' | '<=' | 'in' | 'contains' | 'is_null' | 'is_not_null';

/** A cycle's end as data: the value at `output` (a port or a dotted path) of `node`, compared with `value`. */
export interface ConvergenceCondition {
  readonly node: string;
  readonly output: string;
  readonly operator: Operator;
  readonly value?: JsonValue;
}

/** A cycle's end as a function of the iteration's outputs; it must answer at once, not with a promise. */
export type ConvergencePredicate = (outputs: NodeOutputs, progress: CycleProgress) => boolean;

/** How far a cycle has come: `iteration` counts from 1, `elapsedMs` from the start of the first iteration. */
export interface CycleProgress {
  readonly iteration: number;
  readonly elapsedMs: number;
}

/**
 * A declared cycle, in the form that a workflow holds.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * const { cycles } = new WorkflowBuilder()
 *   .addNode('CodeNode', 'count', { code: 'result = { n: (inputs.n ?? 0) + 1 }' })
 *   .addCycle('loop', {
 *     edges: [{ source: 'count', output: 'n', target: 'count', input: 'n' }],
 *     maxIterations: 10,
 *     convergeWhen: { node: 'count', output: 'n', operator: '>=', value: 3 },
 *   })
 *   .build();
 * ```
 */
export interface Cycle {
  readonly id: string;
  /** The back edges: they carry the previous iteration's values. */
  readonly edges: readonly Connection[];
  /** A whole number from 1. */
  readonly maxIterations: number;
  readonly convergeWhen?: ConvergenceCondition | ConvergencePredicate;
  /** Time limit of all iterations together, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A node of a workflow, without its behaviour. */
export interface WorkflowNode {
  readonly id: string;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A workflow as JSON. */
export interface WorkflowJson {
  readonly version: 1;
  readonly name: string;
  readonly nodes: readonly { readonly id: string; readonly type: string; readonly config: JsonValue }[];
  readonly connections: readonly Connection[];
  readonly cycles: readonly {
    readonly id: string;
    readonly edges: readonly Connection[];
    readonly maxIterations: number;
    readonly convergeWhen?: ConvergenceCondition;
    readonly timeoutMs?: number;
  }[];
}

/** A workflow as a runtime sees it: frozen, validated, and typed by the outputs of its nodes. */
export interface WorkflowContract<Outputs extends NodeOutputs = NodeOutputs> {
  readonly name: string;
  readonly nodes: readonly WorkflowNode[];
  readonly connections: readonly Connection[];
  readonly cycles: readonly Cycle[];
  /** Never present at run time: it carries the outputs' types. */
  readonly outputs?: Outputs;
}
