import type { CycleSummary } from '../../types/run-event.ts';
import type { IterationEnd } from './checkpoints.ts';
import { cycleEnd } from './cycle-end.ts';
import type { PlanCycle } from './plan.ts';
import type { Run } from './run.ts';
import type { RunState } from './run-state.ts';

/** How a cycle ends after its iteration: `cycleEnd`, except that what a checkpoint holds is not judged again. Throws what `cycleEnd` does. */
export const keptCycleEnd = (
  { checkpoints, now }: Run,
  state: RunState,
  index: number,
  elapsedMs: () => number,
): CycleSummary['endedBy'] | undefined => {
  const cycle = state.plan.cycles[index] as PlanCycle;
  const iteration = state.iterations[index] ?? 1;
  if (checkpoints === undefined) return cycleEnd(state, cycle, iteration, elapsedMs);
  const { id } = cycle.declaration;
  const before = checkpoints.iterationBefore(id, iteration);
  if (before !== undefined) state.cycleStarts[index] = now() - before.elapsedMs;
  const end = before ?? judged(() => cycleEnd(state, cycle, iteration, elapsedMs), elapsedMs);
  if (before === undefined) checkpoints.iterated(id, iteration, end);
  if ('error' in end) throw end.error;
  return end.endedBy;
};

const judged = (judge: () => CycleSummary['endedBy'] | undefined, elapsedMs: () => number): IterationEnd => {
  try {
    return { endedBy: judge(), elapsedMs: elapsedMs() };
  } catch (error) {
    return { error, elapsedMs: elapsedMs() };
  }
};
