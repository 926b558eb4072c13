import { LockstepError } from './lockstep-error.ts';

/** A workflow, or text that should be one, cannot be carried over without loss. */
export class SerializationError extends LockstepError {
  readonly code = 'SERIALIZATION';
  readonly path: string;
  readonly detail: string;

  constructor(path: string, detail: string) {
    super(`Cannot serialize ${path}: ${detail}`);
    this.path = path;
    this.detail = detail;
  }
}
