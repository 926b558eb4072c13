import { LockstepError } from './lockstep-error.ts';

/** A connection is not possible. */
export class InvalidConnectionError extends LockstepError {
  readonly code = 'INVALID_CONNECTION';
  readonly connection: string;
  readonly detail: string;

  constructor(connection: string, detail: string) {
    super(`Invalid connection ${connection}: ${detail}`);
    this.connection = connection;
    this.detail = detail;
  }
}
