import { LockstepError } from './lockstep-error.ts';

/** A run cannot be resumed, since somebody runs it. */
export class RunUnderWayError extends LockstepError {
  readonly code = 'RUN_UNDER_WAY';
  readonly runId: string;
  /** Until when its owner keeps it without another sign of life, in milliseconds since 1970. */
  readonly leaseUntil: number;

  constructor(runId: string, leaseUntil: number) {
    super(
      `The run is under way. Wait for its end; if its process has died on another machine, resume it when 'leaseUntil' of this error has passed.`,
    );
    this.runId = runId;
    this.leaseUntil = leaseUntil;
  }
}
