import type { RunResult } from '../../types/run-result.ts';
import type { NodeOutput, NodeOutputs } from '../../types/workflow.ts';
import { COMPLETED, SKIPPED, UNSETTLED } from './liveness.ts';
import type { RunState } from './run-state.ts';

/** The result of a run that has come to its end. */
export const resultOf = (state: RunState, runId: string): RunResult => {
  const results: Record<string, NodeOutput> = {};
  const skipped: string[] = [];
  for (const { index, id } of state.plan.nodes) {
    const status = state.status[index];
    if (status === SKIPPED) skipped.push(id);
    else if (status === COMPLETED) results[id] = state.outputs[index] as NodeOutput;
    else if (status !== UNSETTLED) results[id] = { error: state.outputs[index] };
  }
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
