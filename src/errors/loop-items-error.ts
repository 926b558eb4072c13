import { describeValue } from './describe-value.ts';
import { LockstepError } from './lockstep-error.ts';

/** A loop has been given something other than a list. */
export class LoopItemsError extends LockstepError {
  readonly code = 'LOOP_ITEMS';
  readonly nodeId: string;

  /** @param items - what was given, `undefined` where nothing was */
  constructor(nodeId: string, items: unknown) {
    super(
      items === undefined
        ? `Loop '${nodeId}' has no items. Connect a list to its input 'items', or give one in its config or as a parameter.`
        : `The items of loop '${nodeId}' are ${describeValue(items)}, and only a list can be looped over. Connect an output that is a list, such as 'result.list' instead of 'result'.`,
    );
    this.nodeId = nodeId;
  }
}
