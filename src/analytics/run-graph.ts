import type { RunGraph } from '../../types/run-history.ts';
import type { Workflow } from '../workflow/workflow.ts';

const graphs = new WeakMap<Workflow, RunGraph>();

/** The graph of a workflow as records hold it; one for all of its runs. */
export const runGraph = (workflow: Workflow): RunGraph => {
  let graph = graphs.get(workflow);
  if (graph === undefined) {
    graph = graphOf(workflow);
    graphs.set(workflow, graph);
  }
  return graph;
};

const graphOf = ({ nodes, connections, cycles, topology: { order, cycleOf } }: Workflow): RunGraph => ({
  nodes: order.flatMap((number) => {
    const node = nodes[number];
    const cycle = cycles[cycleOf[number] ?? -1]?.id;
    return node === undefined ? [] : { id: node.id, type: node.type, ...(cycle !== undefined && { cycle }) };
  }),
  edges: [
    ...connections.map(({ source, output, target, input }) => ({ source, output, target, input })),
    ...cycles.flatMap(({ id, edges }) =>
      edges.map(({ source, output, target, input }) => ({ source, output, target, input, cycle: id })),
    ),
  ],
});
