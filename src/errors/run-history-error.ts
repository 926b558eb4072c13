import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** The store of the history of runs has failed. `cause` is the store's error. */
export class RunHistoryError extends LockstepError {
  readonly code = 'RUN_HISTORY';
  /** The method of the store that has failed. */
  readonly method: 'append' | 'list';

  /** @param unstored - how many records wait for the store */
  constructor(method: 'append' | 'list', unstored: number, cause: unknown) {
    super(
      `The run history store failed in '${method}': ${messageOf(cause).replace(/\.$/, '')}. ${unstored === 0 ? 'Repair' : `${unstored} ${unstored === 1 ? 'record is' : 'records are'} kept in memory and stored with the next run or by close(): repair`} the store.`,
      { cause },
    );
    this.method = method;
  }
}
