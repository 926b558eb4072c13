import { LockstepError } from './lockstep-error.ts';

/** A file is no audit log that can be gone on with. */
export class AuditFileError extends LockstepError {
  readonly code = 'AUDIT_FILE';
  readonly file: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(file: string, detail: string) {
    super(`The audit log '${file}' cannot be written: ${detail}`);
    this.file = file;
  }
}
