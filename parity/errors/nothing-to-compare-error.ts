import { ToolkitError } from './toolkit-error.ts';

/** A pair, or a list of pairs, gives nothing to compare: never green on nothing. */
export class NothingToCompareError extends ToolkitError {
  constructor(subject: string, remedy: string) {
    super(`${subject}. ${remedy}`);
  }
}
