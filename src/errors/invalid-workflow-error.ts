import { describeValue } from './describe-value.ts';
import { LockstepError } from './lockstep-error.ts';

/** A value given as a workflow is none. */
export class InvalidWorkflowError extends LockstepError {
  readonly code = 'INVALID_WORKFLOW';
  readonly value: unknown;
  readonly detail: string;

  constructor(value: unknown, detail: string) {
    super(`Not a workflow: ${describeValue(value)}. ${detail}`);
    this.value = value;
    this.detail = detail;
  }
}
