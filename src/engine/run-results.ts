import type { RunResult } from '../../types/run-result.ts';
import type { NodeOutput, NodeOutputs } from '../../types/workflow.ts';
import { COMPLETED, SKIPPED, UNSETTLED } from './liveness.ts';
import type { RunState } from './run-state.ts';

/** The result of a run that has come to its end. */
export const resultOf = (state: RunState, runId: string): RunResult => {
  const { nodes } = state.plan;
  const results = emptyRecord<NodeOutput>(nodes.length);
  const skipped: string[] = [];
  for (const { index, id } of nodes) {
    const status = state.status[index];
    if (status === SKIPPED) skipped.push(id);
    else if (status === COMPLETED) results[id] = state.outputs[index] as NodeOutput;
    else if (status !== UNSETTLED) results[id] = { error: state.outputs[index] };
  }
  if (nodes.length > FIELDS) Object.setPrototypeOf(results, Object.prototype);
  return { results, runId, skipped, status: state.partial ? 'partial' : 'completed' };
};

/** The outputs of the nodes that have completed so far, in plan order. */
export const completedOutputs = (state: RunState): NodeOutputs => {
  const outputs: Record<string, NodeOutput> = {};
  for (const { index, id } of state.plan.nodes) {
    if (state.status[index] === COMPLETED) outputs[id] = state.outputs[index] as NodeOutput;
  }
  return outputs;
};

/** How many entries V8 keeps as fields; an object with more becomes a dictionary while it is filled. */
const FIELDS = 128;

// Where it is to be a dictionary in the end, it is one from the beginning, and has no prototype to be asked for each new entry:
// otherwise a fifth more, and four times as much once anyone has spread such an object.
const emptyRecord = <T>(entries: number): Record<string, T> =>
  entries > FIELDS ? (Object.create(null) as Record<string, T>) : {};
