import { LockstepError } from './lockstep-error.ts';

/** A secret that a workflow refers to cannot be used. */
export class SecretError extends LockstepError {
  readonly code = 'SECRET';
  /** The name of the secret, never its value. */
  readonly secret: string;

  /** @param problem - what is wrong, and what to do */
  constructor(secret: string, problem: string, options?: ErrorOptions) {
    super(`The secret '${secret}' ${problem}`, options);
    this.secret = secret;
  }
}
