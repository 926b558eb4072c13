import { LockstepError } from './lockstep-error.ts';

/** A node has taken longer than its `timeoutMs`. */
export class NodeTimeoutError extends LockstepError {
  readonly code = 'NODE_TIMEOUT';
  readonly nodeId: string;
  readonly timeoutMs: number;

  constructor(nodeId: string, timeoutMs: number, options?: ErrorOptions) {
    super(
      `Node '${nodeId}' took longer than its timeoutMs of ${timeoutMs}. Raise timeoutMs in its config, or make it faster.`,
      options,
    );
    this.nodeId = nodeId;
    this.timeoutMs = timeoutMs;
  }
}
