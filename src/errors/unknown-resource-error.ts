import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** A node has asked for a resource that the runtime does not declare, and has said no way to open it. */
export class UnknownResourceError extends LockstepError {
  readonly code = 'UNKNOWN_RESOURCE';
  readonly key: string;

  constructor(key: string, declared: readonly string[]) {
    super(
      `There is no resource '${key}'. ${suggest(key, declared, 'Declared')} Add it to the runtime's option 'resources', or give acquire a leaf { open, close }.`,
    );
    this.key = key;
  }
}
