import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** A parameter is addressed to an input that its node does not have. */
export class UnknownInputError extends LockstepError {
  readonly code = 'UNKNOWN_INPUT';
  readonly nodeId: string;
  readonly input: string;
  readonly known: readonly string[];

  constructor(nodeId: string, input: string, known: readonly string[]) {
    super(`Node '${nodeId}' has no input '${input}', which parameters give it. ${suggest(input, known)}`);
    this.nodeId = nodeId;
    this.input = input;
    this.known = known;
  }
}
