import { WorkflowExecutionError } from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';

/** The error that a node has failed with, of the error that its run has ended with. */
export const causeOf = (error: unknown): unknown => {
  assertError(error, WorkflowExecutionError, "Node '");
  return error.cause;
};
