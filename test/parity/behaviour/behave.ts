import type { Behaviour, Convergence } from './description.ts';

/** What a behaviour can see of its run. */
export interface BehaviourContext {
  readonly attempt: number;
  readonly iteration: number | undefined;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Does what a behaviour says. It is the workload, not a rule: the real functions and the reference both call it.
 *
 * @throws what the behaviour throws
 */
export const behave = (
  behaviour: Behaviour,
  inputs: Readonly<Record<string, unknown>>,
  { attempt, iteration, parameters }: BehaviourContext,
): unknown => {
  switch (behaviour.kind) {
    case 'value':
      return behaviour.value;
    case 'undefined':
      return undefined;
    case 'echo':
      return { got: { ...inputs } };
    case 'pick':
      return inputs[behaviour.input];
    case 'count':
      return { count: (typeof inputs.count === 'number' ? inputs.count : 0) + 1 };
    case 'context':
      return { attempt, iteration: iteration ?? 'none', parameters: parameters ?? 'none' };
    case 'throw':
      throw new TypeError(behaviour.message);
    case 'throwValue':
      throw behaviour.value;
    case 'failTimes':
      if (attempt <= behaviour.times) throw new RangeError(`attempt ${attempt}`);
      return behaviour.value;
    case 'reportFailure':
      return { success: false, ...(behaviour.error === undefined ? {} : { error: behaviour.error }), a: 1 };
  }
};

/** Longer than the `timeoutMs` of 0.1 that a cycle with a slow `convergeWhen` has. */
const slowMs = 0.4;

/**
 * Answers what a `convergeWhen` that is a function answers.
 *
 * @throws what the description says
 */
export const converges = (when: Exclude<Convergence, { kind: 'data' }>, iteration: number): boolean => {
  if (when.kind === 'throw') throw new TypeError(when.message);
  if (when.kind === 'atIteration') return iteration === when.iteration;
  const end = performance.now() + slowMs;
  while (performance.now() < end); // the sync side cannot wait in any other way
  return false;
};
