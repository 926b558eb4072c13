/**
 * A call that cannot be answered: a bad flag, a bad config, nothing to compare. The command line prints its message,
 * one sentence with the remedy, and ends with status 2.
 *
 * @example
 * ```ts
 * throw new WrongCall("No config was found. Run 'lockstep init' to write one.");
 * ```
 */
export class WrongCall extends Error {
  readonly code = 'WRONG_CALL';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WrongCall';
  }
}
