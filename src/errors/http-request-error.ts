import { LockstepError } from './lockstep-error.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start the server, or change the address',
  ENOTFOUND: 'its name is not known. Correct the host',
  EAI_AGAIN: 'its name cannot be looked up. Check the network',
  ECONNRESET: 'the connection was cut. Try again, with retry in the config',
  BAD_PORT: 'requests to its port are never sent. Change the port',
  UNKNOWN: 'the network does not say why. Check the address, and try again with retry in the config',
  TIMEOUT: 'there was no answer in time. Raise requestTimeoutMs, or try again with retry in the config',
};

/** A request has had no answer. The message holds neither the query of the address nor headers, which may be secret. */
export class HttpRequestError extends LockstepError {
  readonly code = 'HTTP_REQUEST';
  /** Such as `GET https://api.example/orders`. */
  readonly request: string;
  /** Such as `ECONNREFUSED`, or `TIMEOUT`. */
  readonly reason: string;

  constructor(request: string, reason: string) {
    super(`${request} failed: ${REMEDIES[reason] ?? `the network says ${reason}. Check the address`}.`);
    this.request = request;
    this.reason = reason;
  }
}
