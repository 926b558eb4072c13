/**
 * A suite that does not hold both sides alike: a test that exists or passes on one side only, a side that answered
 * otherwise, a test that went past its kit.
 *
 * @example
 * ```ts
 * throw new ParityError("'set' is declared on the sync side only. Declare it on both.");
 * ```
 */
export class ParityError extends Error {
  readonly code = 'PARITY';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ParityError';
  }
}
