import { LockstepError } from './lockstep-error.ts';

/** An idempotency key was used before, for something else. */
export class IdempotencyConflictError extends LockstepError {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly idempotencyKey: string;
  /** The run that has the key. */
  readonly runId: string;

  constructor(idempotencyKey: string, runId: string, differing: string) {
    super(
      `The idempotency key '${idempotencyKey}' belongs to a run that was started with ${differing}. Give another key, or the same workflow and parameters.`,
    );
    this.idempotencyKey = idempotencyKey;
    this.runId = runId;
  }
}
