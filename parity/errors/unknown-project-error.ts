import { ToolkitError } from './toolkit-error.ts';

/** The `tsconfig` whose compiler options are to hold does not exist. */
export class UnknownProjectError extends ToolkitError {
  readonly tsconfig: string;

  constructor(tsconfig: string) {
    super(
      `The project '${tsconfig}' is not there. Change 'tsconfig' to the path of a tsconfig.json, or leave it out.`,
    );
    this.tsconfig = tsconfig;
  }
}
