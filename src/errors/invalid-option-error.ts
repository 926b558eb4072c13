import { describeValue } from './describe-value.ts';
import { LockstepError } from './lockstep-error.ts';

/** An option has a value that is not allowed, or is unknown. */
export class InvalidOptionError extends LockstepError {
  readonly code = 'INVALID_OPTION';
  readonly option: string;
  readonly value: unknown;
  readonly detail: string;

  constructor(option: string, value: unknown, detail: string) {
    super(`Invalid ${option}: ${describeValue(value)}. ${detail}`);
    this.option = option;
    this.value = value;
    this.detail = detail;
  }
}
