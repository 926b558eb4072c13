import { LockstepError } from './lockstep-error.ts';

/** A closed runtime was asked to run a workflow. */
export class RuntimeClosedError extends LockstepError {
  readonly code = 'RUNTIME_CLOSED';
  readonly runtime: string;

  constructor(runtime: string) {
    super(`This ${runtime} is closed and takes no more runs. Make a new one, or close it later.`);
    this.runtime = runtime;
  }
}
