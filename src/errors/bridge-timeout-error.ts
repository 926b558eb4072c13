import { LockstepError } from './lockstep-error.ts';

/** A worker has not answered within the time that the sync runtime waits for a node without a time limit. */
export class BridgeTimeoutError extends LockstepError {
  readonly code = 'BRIDGE_TIMEOUT';
  readonly nodeId: string;
  readonly waitedMs: number;

  constructor(nodeId: string, waitedMs: number) {
    super(
      `Node '${nodeId}' has not answered from its worker within ${waitedMs} ms, and LocalRuntime waits no longer. Set timeoutMs in its config to wait longer or less, or run the workflow with AsyncLocalRuntime.`,
    );
    this.nodeId = nodeId;
    this.waitedMs = waitedMs;
  }
}
