import type { ResourceSteps } from './close-resources.ts';

/** Does work on resources and awaits each step; `settle-sync.ts` is its twin. */
export const settleAsync = async (steps: ResourceSteps): Promise<undefined> => {
  let step = steps.next();
  while (step.done !== true) {
    let value: unknown;
    try {
      value = await step.value.value;
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(value);
  }
};
