import { didYouMean } from '../did-you-mean.ts';
import { ToolkitError } from './toolkit-error.ts';

/** A module has no export of the name, or an export no member of it. */
export class UnknownExportError extends ToolkitError {
  readonly side: string;

  constructor(side: string, name: string, known: readonly string[]) {
    super(`'${side}' names '${name}', which is not there. ${didYouMean(name, known)}`);
    this.side = side;
  }
}
