import { ResourceColourError } from '../errors/resource-colour-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { ResourceSteps } from './close-resources.ts';

/** Does work on resources at once; `settle-async.ts` is its twin. A promise is refused, since nobody here can wait for it. */
export const settleSync = (steps: ResourceSteps): undefined => {
  let step = steps.next();
  while (step.done !== true) {
    const { key, value } = step.value;
    if (isThenable(value)) {
      // Its rejection belongs to no one any more.
      value.then(undefined, () => undefined);
      step = steps.throw(new ResourceColourError(key));
    } else step = steps.next(value);
  }
};
