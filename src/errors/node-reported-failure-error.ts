import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

const reasonOf = (output: Readonly<Record<string, unknown>>): string =>
  output.error === undefined ? 'its output says success: false' : messageOf(output.error);

/** A node has given an output that says `success: false`. */
export class NodeReportedFailureError extends LockstepError {
  readonly code = 'NODE_REPORTED_FAILURE';
  readonly nodeId: string;
  readonly output: Readonly<Record<string, unknown>>;

  constructor(nodeId: string, output: Readonly<Record<string, unknown>>) {
    super(`Node '${nodeId}' reported failure: ${reasonOf(output)}`);
    this.nodeId = nodeId;
    this.output = output;
  }
}
