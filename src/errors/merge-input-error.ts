import { describeValue } from './describe-value.ts';
import { LockstepError } from './lockstep-error.ts';

/** A merge has been given an input that its `mergeType` cannot take. */
export class MergeInputError extends LockstepError {
  readonly code = 'MERGE_INPUT';
  readonly nodeId: string;
  readonly input: string;
  readonly value: unknown;

  constructor(nodeId: string, input: string, value: unknown, wanted: string) {
    super(
      `Merge '${nodeId}' cannot take ${describeValue(value)} at its input '${input}': mergeType 'mergeDict' takes ${wanted}. Change the input, or set mergeType: 'concat'.`,
    );
    this.nodeId = nodeId;
    this.input = input;
    this.value = value;
  }
}
