import { LockstepError } from './lockstep-error.ts';

/** An address leads to a host that a node may not ask. */
export class HttpHostError extends LockstepError {
  readonly code = 'HTTP_HOST';
  readonly host: string;
  readonly allowHosts: readonly string[];

  /** @param by - such as `a redirect` or `the input 'url'` */
  constructor(host: string, allowHosts: readonly string[], by: string) {
    const allowed = allowHosts.map((each) => `'${each}'`).join(', ');
    super(
      `The host '${host}', given by ${by}, is not allowed. Allowed: ${allowed}. Add it to allowHosts if it is meant.`,
    );
    this.host = host;
    this.allowHosts = allowHosts;
  }
}
