import { LockstepError } from './lockstep-error.ts';

/** The sync runtime has met a node that answers with a promise. */
export class AsyncNodeError extends LockstepError {
  readonly code = 'ASYNC_NODE';
  readonly nodeId: string;

  constructor(nodeId: string) {
    super(
      `Node '${nodeId}' answered with a promise, which LocalRuntime cannot wait for. Make its function synchronous, or run the workflow with AsyncLocalRuntime.`,
    );
    this.nodeId = nodeId;
  }
}
