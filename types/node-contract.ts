import type { Color, Ret } from './color.ts';
import type { NodeResources } from './node-resources.ts';

/**
 * What a node's body is told about the run that it is part of.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('FunctionNode', 'load', {
 *   run: async ({ url }, { attempt, signal }) => ({ attempt, page: await fetch(String(url), { signal }) }),
 * });
 * ```
 */
export interface NodeContext<Config = Readonly<Record<string, unknown>>> {
  readonly nodeId: string;
  readonly runId: string;
  /** The node's config, as validated when the workflow was built. */
  readonly config: Config;
  /** The run's parameters that are addressed to this node alone; `undefined` where there are none. */
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** The iteration of the cycle that the node is in, from 1; `undefined` outside cycles. */
  readonly iteration: number | undefined;
  /** Aborts when the node's result is no longer wanted: time limit, cancellation, a failed sibling. */
  readonly signal: AbortSignal;
  /** What nodes share beyond one run: pools of connections, clients, caches. */
  readonly resources: NodeResources;
}

/** The inputs of a node, by name. */
export type NodeInputs = Readonly<Record<string, unknown>>;

/**
 * The behaviour of a node, written once for both colours. A plain object is the node's output; any other
 * value `x` stands for `{ result: x }`.
 *
 * @example
 * ```ts
 * import type { NodeContract } from 'lockstep/types';
 * const double: NodeContract<'sync'> = { run: (inputs) => Number(inputs.value) * 2 };
 * ```
 */
export interface NodeContract<C extends Color, Inputs = NodeInputs, Output = unknown, Context = NodeContext> {
  readonly run: (inputs: Inputs, context: Context) => Ret<C, Output>;
}
