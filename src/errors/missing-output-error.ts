import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** An edge asks for an output that its source did not give. */
export class MissingOutputError extends LockstepError {
  readonly code = 'MISSING_OUTPUT';
  readonly source: string;
  readonly output: string;
  readonly available: readonly string[];

  constructor(source: string, output: string, available: readonly string[]) {
    super(`Node '${source}' gave no output '${output}'. ${suggest(output, available, 'It gave')}`);
    this.source = source;
    this.output = output;
    this.available = available;
  }
}
