import { LockstepError } from './lockstep-error.ts';

/** Something that a runtime was given to call has answered with a promise, on the runtime that cannot wait for one. */
export class CallColourError extends LockstepError {
  readonly code = 'CALL_COLOUR';
  /** What was called, such as `durability.store.loadRun`. */
  readonly call: string;

  constructor(call: string) {
    super(
      `'${call}' answered with a promise, and a synchronous runtime cannot wait for it. Give one that answers at once, or use AsyncLocalRuntime.`,
    );
    this.call = call;
  }
}
