import { LockstepError } from './lockstep-error.ts';

/** A runtime without persistent mode was asked to keep resources open. */
export class PersistentModeError extends LockstepError {
  readonly code = 'PERSISTENT_MODE';
  readonly runtime: string;

  constructor(runtime: string) {
    super(
      `This ${runtime} closes resources with the last run that uses them, so that there is nothing to initialize. Make it with { persistent: true }.`,
    );
    this.runtime = runtime;
  }
}
