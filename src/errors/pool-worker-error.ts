import { LockstepError } from './lockstep-error.ts';

/** A worker of the pool cannot run a CPU-bound node: it cannot import the definition, or has ended. */
export class PoolWorkerError extends LockstepError {
  readonly code = 'POOL_WORKER';
  readonly nodeId: string;
  readonly detail: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(nodeId: string, detail: string) {
    super(`Node '${nodeId}' is CPU-bound and cannot run in a worker of AsyncLocalRuntime: ${detail}`);
    this.nodeId = nodeId;
    this.detail = detail;
  }
}
