import { LockstepError } from './lockstep-error.ts';

/** The declaration of a cycle cannot be used. */
export class InvalidCycleError extends LockstepError {
  readonly code = 'INVALID_CYCLE';
  readonly cycleId: string;
  readonly detail: string;

  constructor(cycleId: string, detail: string) {
    super(`Invalid cycle '${cycleId}': ${detail}`);
    this.cycleId = cycleId;
    this.detail = detail;
  }
}
