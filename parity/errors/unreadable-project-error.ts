import { ToolkitError } from './toolkit-error.ts';

/** The `tsconfig` whose compiler options are to hold cannot be read: what it says would be left out without a word. */
export class UnreadableProjectError extends ToolkitError {
  readonly tsconfig: string;

  /** `place` is the file and, where the compiler says it, the line and column of the fault. */
  constructor(place: string, fault: string) {
    super(`${place} cannot be read: ${fault.replace(/\.$/, '')}. Mend it, then compare again.`);
    this.tsconfig = place;
  }
}
