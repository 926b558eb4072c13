import { ToolkitError } from './toolkit-error.ts';

/** A side is not written as `module`, `module#Export` or `module#pattern`. */
export class BadSideError extends ToolkitError {
  readonly side: string;

  constructor(side: string, fault: string) {
    super(
      `'${side}' is not a side: ${fault}. Write 'module', 'module#Export' or, with a * for the shared name, 'module#*Sync'.`,
    );
    this.side = side;
  }
}
