import type { NodeOutputs } from './workflow.ts';

/** `completed`, or `partial` when nodes failed and the error policy let the run go on. */
export type RunStatus = 'completed' | 'partial';

/**
 * What a run gives.
 *
 * @example
 * ```ts
 * import { LocalRuntime, WorkflowBuilder } from 'lockstep';
 * const workflow = new WorkflowBuilder().addNode('CodeNode', 'two', { code: 'result = 2' }).build();
 * const { results, skipped, status } = new LocalRuntime().execute(workflow);
 * console.log(results.two, skipped, status); // { result: 2 } [] completed
 * ```
 */
export interface RunResult<Outputs extends NodeOutputs = NodeOutputs> {
  /**
   * The output of each node that ran, by node id, in plan order. Where the error policy let the run go on, a
   * failed node's entry is `{ error }`.
   */
  readonly results: { readonly [Id in keyof Outputs]?: Outputs[Id] };
  /** A UUID, version 7. */
  readonly runId: string;
  /** The ids of the nodes that were skipped, in plan order. */
  readonly skipped: readonly string[];
  readonly status: RunStatus;
}
