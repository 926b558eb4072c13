import { LockstepError } from './lockstep-error.ts';

/** An audit entry was given to a runtime that keeps none. */
export class AuditDisabledError extends LockstepError {
  readonly code = 'AUDIT_DISABLED';

  constructor(runtime: string) {
    super(
      `This ${runtime} has no audit log. Give it one: new ${runtime}({ audit: { sink: fileAuditSink('audit.jsonl') } }).`,
    );
  }
}
