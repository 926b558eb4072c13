import type { RunResult } from '../../types/run-result.ts';
import type { LoopBehaviour } from '../nodes/node-definition.ts';
import { outputAt } from '../nodes/port-path.ts';
import { COMPLETED, SKIPPED } from './liveness.ts';
import type { RunState } from './run-state.ts';

/** The result of a loop's run: its `results` are the output of the loop, the port `result` of each item among them. */
export const loopResultOf = (state: RunState, runId: string, { onError }: LoopBehaviour): RunResult => {
  const values: unknown[] = [];
  const errors: { readonly index: number; readonly error: unknown }[] = [];
  for (const { index } of state.plan.nodes) {
    const output = state.outputs[index];
    if (state.status[index] === COMPLETED) {
      values.push(outputAt(output as Readonly<Record<string, unknown>>, 'result'));
      continue;
    }
    // One that its user may not run is passed over, as a node is.
    if (state.status[index] === SKIPPED) continue;
    errors.push({ index, error: output });
    if (onError === 'continue') values.push(null);
  }
  // A list is no node's output; but this is what the loop's node gives, and nobody else sees it.
  const results = { results: values, errors } as unknown as RunResult['results'];
  return { results, runId, skipped: [], status: state.partial ? 'partial' : 'completed' };
};
