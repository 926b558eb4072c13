import type { Connection, Cycle, WorkflowContract } from '../../types/workflow.ts';
import type { NodeBehaviour } from '../nodes/node-definition.ts';
import type { Workflow } from '../workflow/workflow.ts';

/** What comes after what in a run, and in the runs that nodes have inside. */
export interface Graph {
  readonly connections: readonly Connection[];
  readonly cycles: readonly Cycle[];
  /** The graph of a sub-workflow or a loop; `undefined` where the node has none inside, or is not there. */
  readonly inside: (nodeId: string) => Graph | undefined;
}

/** The graph of a workflow. */
export const graphOf = (workflow: WorkflowContract): Graph => {
  const { nodes, connections, cycles } = workflow as Workflow;
  const behaviours = new Map(nodes.map(({ id, prepared }) => [id, prepared.behaviour]));
  return { connections, cycles, inside: (nodeId) => graphInside(behaviours.get(nodeId)) };
};

const graphInside = (behaviour: NodeBehaviour | undefined): Graph | undefined => {
  if (typeof behaviour !== 'object') return undefined;
  if ('workflow' in behaviour) return graphOf(behaviour.workflow);
  if (!('loop' in behaviour)) return undefined;
  const { prepared } = behaviour.loop;
  // Each item is a node, and none comes after another.
  return { connections: [], cycles: [], inside: () => graphInside(prepared.behaviour) };
};
