import { LockstepError } from './lockstep-error.ts';

/** A request cannot be made of what a node is given, or its response is not of the form that the node is set to. */
export class HttpContentError extends LockstepError {
  readonly code = 'HTTP_CONTENT';
  /** Such as `GET https://api.example/orders`. */
  readonly request: string;
  readonly detail: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(request: string, detail: string) {
    super(`${request}: ${detail}`);
    this.request = request;
    this.detail = detail;
  }
}
