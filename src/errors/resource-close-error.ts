import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** Resources could not be closed; all others were. */
export class ResourceCloseError extends LockstepError {
  readonly code = 'RESOURCE_CLOSE';
  /** What closing threw, by the key of the resource. */
  readonly failures: Readonly<Record<string, unknown>>;

  constructor(failures: Readonly<Record<string, unknown>>) {
    const list = Object.entries(failures).map(([key, error]) => `'${key}' (${messageOf(error)})`);
    super(
      `These resources were not closed: ${list.join(', ')}. All others were; mend the close of their leaf.`,
    );
    this.failures = failures;
  }
}
