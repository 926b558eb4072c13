import { LockstepError } from './lockstep-error.ts';

/** The config of a node is not allowed. */
export class InvalidConfigError extends LockstepError {
  readonly code = 'INVALID_CONFIG';
  readonly nodeId: string;
  readonly nodeType: string;
  readonly detail: string;

  constructor(nodeId: string, nodeType: string, detail: string) {
    super(`Invalid config of node '${nodeId}' (${nodeType}): ${detail}`);
    this.nodeId = nodeId;
    this.nodeType = nodeType;
    this.detail = detail;
  }
}
