import { ToolkitError } from './errors/toolkit-error.ts';

/**
 * A call that cannot be answered: a bad flag, a bad config, a file that init may not touch.
 *
 * @example
 * ```ts
 * throw new WrongCall("No config was found. Run 'lockstep init' to write one.");
 * ```
 */
export class WrongCall extends ToolkitError {}
