import type { CycleSummary } from '../../types/run-event.ts';
import type { ConvergenceCondition, NodeOutput } from '../../types/workflow.ts';
import { CycleTimeoutError } from '../errors/cycle-timeout-error.ts';
import { InvalidCycleError } from '../errors/invalid-cycle-error.ts';
import { compare } from '../nodes/compare.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import { MISSING, outputAt } from '../nodes/port-path.ts';
import { COMPLETED } from './liveness.ts';
import type { PlanCycle } from './plan.ts';
import type { RunState } from './run-state.ts';

/**
 * How a cycle ends after an iteration, or `undefined` if it goes on; section "Cycles" of SEMANTICS.md.
 *
 * @param elapsedMs - the time since the start of the first iteration
 * @throws {CycleTimeoutError} the time limit has passed
 * @throws {unknown} what `convergeWhen` throws
 */
export const cycleEnd = (
  state: RunState,
  cycle: PlanCycle,
  iteration: number,
  elapsedMs: () => number,
): CycleSummary['endedBy'] | undefined => {
  const { id, maxIterations, convergeWhen, timeoutMs } = cycle.declaration;
  const isTaken = cycle.backEdges.some((edge) => ['value', 'null'].includes(state.stateOf(edge)));
  if (!isTaken) return 'noLiveBackEdge';
  if (typeof convergeWhen === 'function') {
    const holds: unknown = convergeWhen(outputsOf(state, cycle), { iteration, elapsedMs: elapsedMs() });
    if (typeof holds !== 'boolean') {
      // The rejection of a promise that nobody asked for belongs to no one.
      if (isThenable(holds)) holds.then(undefined, () => undefined);
      throw new InvalidCycleError(
        id,
        `convergeWhen answered with ${typeof holds}: let it answer true or false at once.`,
      );
    }
    if (holds) return 'converged';
  } else if (convergeWhen !== undefined && holdsIn(state, convergeWhen)) {
    return 'converged';
  }
  if (iteration >= maxIterations) return 'maxIterations';
  // Asked anew: `convergeWhen` takes its time as well.
  if (timeoutMs !== undefined && elapsedMs() > timeoutMs) {
    throw new CycleTimeoutError(id, timeoutMs, iteration);
  }
  return undefined;
};

const holdsIn = (state: RunState, condition: ConvergenceCondition): boolean => {
  const index = state.plan.indexOf.get(condition.node) ?? -1;
  if (state.status[index] !== COMPLETED) return false;
  const value = outputAt(state.outputs[index] as NodeOutput, condition.output);
  return value !== MISSING && compare(value, condition.operator, condition.value);
};

const outputsOf = (state: RunState, cycle: PlanCycle): Record<string, NodeOutput> => {
  const outputs: Record<string, NodeOutput> = {};
  for (const member of cycle.members) {
    const node = state.plan.nodes[member];
    if (node !== undefined && state.status[member] === COMPLETED)
      outputs[node.id] = state.outputs[member] as NodeOutput;
  }
  return outputs;
};
