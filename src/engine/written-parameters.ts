import type { Parameters } from './parameters.ts';
import type { PlanNode } from './plan.ts';

/** Which parameters of a run have come from outside, rather than from the workflow that the run is inside of. */
export interface Written {
  readonly ofNode: (id: string) => boolean;
  readonly ofWorkflow: (name: string) => boolean;
}

/** Of a run that is started from outside: all of them. */
export const ALL_WRITTEN: Written = { ofNode: () => true, ofWorkflow: () => true };

/** Whether parameters from outside reach a node. */
export const isWrittenTo = (
  { id, parameters, declared }: PlanNode,
  { nodes, workflow }: Parameters,
  written: Written,
): boolean => {
  if (nodes.has(id) && written.ofNode(id)) return true;
  if (workflow.size === 0) return false;
  const reaching =
    parameters === 'all' ? [...workflow.keys()] : [...(declared ?? [])].filter((name) => workflow.has(name));
  return reaching.some(written.ofWorkflow);
};

/**
 * Of the run inside of a node: the node's inputs that are parameters from outside. They are told by their values, so that no way through
 * names and precedence leads around it.
 */
export const writtenInside = (
  { id }: PlanNode,
  inputs: Readonly<Record<string, unknown>>,
  { nodes, workflow }: Parameters,
  written: Written,
): Written => {
  const own = written.ofNode(id) ? (nodes.get(id) ?? {}) : {};
  const isWritten = (name: string): boolean => {
    const value = inputs[name];
    if (Object.hasOwn(own, name) && Object.is(own[name], value)) return true;
    return workflow.has(name) && written.ofWorkflow(name) && Object.is(workflow.get(name), value);
  };
  return { ofNode: isWritten, ofWorkflow: isWritten };
};

/** Of the run of a loop, whose nodes are given the items one by one, and the loop's other inputs all. */
export const writtenInLoop = ({ ofWorkflow }: Written): Written => ({
  ofNode: () => ofWorkflow('items'),
  ofWorkflow,
});
