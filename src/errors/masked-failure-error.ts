import { LockstepError } from './lockstep-error.ts';

/** A node whose output is masked for the user has failed: its error could tell what the mask hides, and is left out. */
export class MaskedFailureError extends LockstepError {
  readonly code = 'MASKED_FAILURE';
  /** `undefined` where a run has failed inside of a masked node. */
  readonly nodeId: string | undefined;

  constructor(nodeId?: string) {
    super(
      `${nodeId === undefined ? 'A run' : `Node '${nodeId}'`} failed. Its output is masked for this user, and so is its error. Run it for a userContext that may read the output to see why.`,
    );
    this.nodeId = nodeId;
  }
}
