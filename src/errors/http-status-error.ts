import { LockstepError } from './lockstep-error.ts';

/** A server has answered with a status that is no success. */
export class HttpStatusError extends LockstepError {
  readonly code = 'HTTP_STATUS';
  /** Such as `GET https://api.example/orders`. */
  readonly request: string;
  readonly status: number;
  /** What the server says in `retry-after`, in milliseconds; `undefined` where it says nothing. */
  readonly retryAfterMs: number | undefined;

  constructor(request: string, status: number, retryAfterMs: number | undefined) {
    super(
      `${request} answered with status ${status}. Mend the request, try again with retry in the config, or set anyStatus: true to have it as an output.`,
    );
    this.request = request;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
