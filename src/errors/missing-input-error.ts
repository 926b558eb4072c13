import { LockstepError } from './lockstep-error.ts';

/** A node lacks an input that it requires. */
export class MissingInputError extends LockstepError {
  readonly code = 'MISSING_INPUT';
  readonly nodeId: string;
  readonly input: string;

  constructor(nodeId: string, input: string) {
    super(
      `Node '${nodeId}' has no value for its input '${input}'. Connect an output to it, or give it as parameters: { ${JSON.stringify(nodeId)}: { ${input}: ... } }.`,
    );
    this.nodeId = nodeId;
    this.input = input;
  }
}
