import { LockstepError } from './lockstep-error.ts';

/** Another process has taken a run over, since this one gave no sign of life for `leaseMs`; nothing of this one is kept any more. */
export class RunTakenOverError extends LockstepError {
  readonly code = 'RUN_TAKEN_OVER';
  readonly runId: string;

  constructor(runId: string) {
    super(
      `The run was taken over by another process, or deleted: this one gave no sign of life for the 'leaseMs' of 'durability'. Set 'leaseMs' above the time that the longest node blocks the thread.`,
    );
    this.runId = runId;
  }
}
