import type { Pair } from '../report-model.ts';
import { ToolkitError } from './toolkit-error.ts';

/** Both sides of a pair are the same thing: compared with itself, everything is in step. */
export class SameSideError extends ToolkitError {
  constructor(pair: Pair) {
    super(
      `The pair '${pair.name}' compares '${pair.sync}' with itself. Change one side to the other implementation.`,
    );
  }
}
