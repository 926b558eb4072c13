import { LockstepError } from './lockstep-error.ts';

/** A workflow, or text that should be one, cannot be carried over without loss. */
export class SerializationError extends LockstepError {
  readonly code = 'SERIALIZATION';
  readonly path: string;
  readonly detail: string;

  /** @param direction - whether a workflow was to be written, or to be read back */
  constructor(path: string, detail: string, direction: 'serialize' | 'read' = 'serialize') {
    super(`Cannot ${direction} ${path}: ${detail}`);
    this.path = path;
    this.detail = detail;
  }
}
