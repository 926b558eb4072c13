/**
 * A question that the toolkit cannot answer: a side that does not resolve, a pair with nothing to compare. The command
 * line prints its message, one sentence or two with the remedy, and ends with status 2.
 *
 * @example
 * ```ts
 * import { checkPair, ToolkitError } from 'lockstep/parity';
 * try {
 *   checkPair({ name: 'files', sync: 'node:fs#nope', async: 'node:fs/promises' }, { cwd: process.cwd() });
 * } catch (error) {
 *   if (error instanceof ToolkitError) console.error(error.message);
 * }
 * ```
 */
export class ToolkitError extends Error {
  /** The exit status of a command that ends with this error. */
  readonly exitStatus = 2;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
