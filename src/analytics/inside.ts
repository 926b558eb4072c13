import type { NodeBehaviour } from '../nodes/node-definition.ts';
import type { Workflow } from '../workflow/workflow.ts';

/** What is known of the nodes of a run: of a workflow's, or of a loop's items. */
export interface Inside {
  readonly isLoop: boolean;
  readonly typeOf: (nodeId: string) => string;
  /** The nodes inside of a node, where it has any. */
  readonly insideOf: (nodeId: string) => Inside | undefined;
}

/** The nodes of a workflow. */
export const insideWorkflow = (workflow: Workflow): Inside => {
  const nodeOf = (nodeId: string): Workflow['nodes'][number] | undefined =>
    workflow.nodes.find(({ id }) => id === nodeId);
  return {
    isLoop: false,
    typeOf: (nodeId) => nodeOf(nodeId)?.type ?? '',
    insideOf: (nodeId) => insideBehaviour(nodeOf(nodeId)?.prepared.behaviour),
  };
};

const insideBehaviour = (behaviour: NodeBehaviour | undefined): Inside | undefined => {
  if (typeof behaviour !== 'object') return undefined;
  if ('workflow' in behaviour) return insideWorkflow(behaviour.workflow as Workflow);
  if (!('loop' in behaviour)) return undefined;
  const { type, prepared } = behaviour.loop;
  return { isLoop: true, typeOf: () => type, insideOf: () => insideBehaviour(prepared.behaviour) };
};
