import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** A predicate that was asked about a failed attempt has failed itself; the node is not tried again. */
export class ErrorPredicateError extends LockstepError {
  readonly code = 'ERROR_PREDICATE';
  readonly nodeId: string;
  /** What the attempt itself had failed with. */
  readonly failure: unknown;

  constructor(nodeId: string, failure: unknown, cause: unknown) {
    super(
      `A predicate of node '${nodeId}' that was asked about the error "${messageOf(failure)}" has failed itself: ${messageOf(cause)}. Have it answer true or false, at once.`,
      { cause },
    );
    this.nodeId = nodeId;
    this.failure = failure;
  }
}
