import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** The store of checkpoints has failed, so that the run cannot go on; `resume` goes on from the last checkpoint. `cause` is the store's error. */
export class CheckpointStoreError extends LockstepError {
  readonly code = 'CHECKPOINT_STORE';
  /** The method of the store that has failed. */
  readonly method: string;

  constructor(method: string, cause: unknown) {
    super(`The checkpoint store failed in '${method}': ${messageOf(cause)}`, { cause });
    this.method = method;
  }
}
