import { describeValue } from './describe-value.ts';
import { LockstepError } from './lockstep-error.ts';

/** A node id cannot be used. */
export class InvalidNodeIdError extends LockstepError {
  readonly code = 'INVALID_NODE_ID';
  readonly nodeId: unknown;
  readonly detail: string;

  constructor(nodeId: unknown, detail: string) {
    super(`Invalid node id ${describeValue(nodeId)}: ${detail}`);
    this.nodeId = nodeId;
    this.detail = detail;
  }
}
