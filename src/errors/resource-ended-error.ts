import { LockstepError } from './lockstep-error.ts';

/** A resource was asked for after the run, or the runtime, that would have held it had ended. */
export class ResourceEndedError extends LockstepError {
  readonly code = 'RESOURCE_ENDED';
  readonly key: string;

  constructor(key: string) {
    super(
      `Resource '${key}' was asked for when the run that would hold it had ended. Stop the body when its context's signal aborts, and await all that it starts.`,
    );
    this.key = key;
  }
}
