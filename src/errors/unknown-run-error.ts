import { LockstepError } from './lockstep-error.ts';

/** There is no run of that id in the store. */
export class UnknownRunError extends LockstepError {
  readonly code = 'UNKNOWN_RUN';
  readonly runId: string;

  constructor(runId: string) {
    super(
      `There is no run '${runId}' in the checkpoint store. Give the runId of a run that was started with 'durability' and this store; store.listRuns() lists them.`,
    );
    this.runId = runId;
  }
}
