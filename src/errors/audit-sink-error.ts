import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** An audit entry could not be stored. `cause` is the sink's error. */
export class AuditSinkError extends LockstepError {
  readonly code = 'AUDIT_SINK';
  /** The type of the entry. */
  readonly entryType: string;

  constructor(entryType: string, cause: unknown) {
    super(
      `The audit entry '${entryType}' could not be stored: ${messageOf(cause)}. Repair the sink, or set audit.onSinkFailure to 'warn' to run without a complete log.`,
      { cause },
    );
    this.entryType = entryType;
  }
}
