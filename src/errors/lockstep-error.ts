/**
 * The base of every error that Lockstep throws; `code` is stable and names the kind of error.
 *
 * @example
 * ```ts
 * import { LockstepError } from 'lockstep';
 * const isOurs = (error: unknown): boolean => error instanceof LockstepError;
 * ```
 */
export abstract class LockstepError extends Error {
  /** A stable name for the kind of error, such as `UNKNOWN_PORT`. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
