import { LockstepError } from './lockstep-error.ts';

/** A worker cannot run a node for the sync runtime: it cannot import the definition, or has ended. */
export class BridgeWorkerError extends LockstepError {
  readonly code = 'BRIDGE_WORKER';
  readonly nodeId: string;
  readonly detail: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(nodeId: string, detail: string) {
    super(`Node '${nodeId}' cannot run in a worker, as it has to on LocalRuntime: ${detail}`);
    this.nodeId = nodeId;
    this.detail = detail;
  }
}
