import type { Workflow, WorkflowBuilder } from '../../src/index.ts';
import type { BenchGraph } from './graphs.ts';
import type { NoOp } from './no-op-functions.ts';

/** The workflow with a function node for each node of a graph. */
export const workflowOf = (
  builder: WorkflowBuilder,
  { sources }: BenchGraph,
  functions: readonly NoOp[],
): Workflow => {
  for (const [node, run] of functions.entries()) builder.addNode('FunctionNode', `n${node}`, { run });
  for (const [node, from] of sources.entries()) {
    for (const [port, source] of from.entries()) {
      builder.addConnection(`n${source}`, 'value', `n${node}`, `in${port}`);
    }
  }
  return builder.build();
};
