import { describeValue } from './describe-value.ts';
import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** An edge asks for an output that its source did not give. */
export class MissingOutputError extends LockstepError {
  readonly code = 'MISSING_OUTPUT';
  readonly source: string;
  readonly output: string;
  readonly available: readonly string[];

  /** @param broken - of a dotted path: the part of it that leads to a value, and that value */
  constructor(
    source: string,
    output: string,
    available: readonly string[],
    broken?: { readonly port: string; readonly value: unknown },
  ) {
    super(
      broken === undefined
        ? `Node '${source}' gave no output '${output}'. ${suggest(output, available, 'It gave')}`
        : `Node '${source}' gave no output '${output}': its '${broken.port}' is ${describeValue(broken.value)}. Connect a path that leads to a value, or change what the node gives.`,
    );
    this.source = source;
    this.output = output;
    this.available = available;
  }
}
