import { LockstepError } from './lockstep-error.ts';

/** The sync runtime has met a node that has only an asynchronous form. */
export class AsyncOnlyNodeError extends LockstepError {
  readonly code = 'ASYNC_ONLY_NODE';
  readonly nodeId: string;
  readonly nodeType: string;

  constructor(nodeId: string, nodeType: string) {
    super(
      `Node '${nodeId}' (${nodeType}) has only an asynchronous form, which LocalRuntime cannot run. Give its definition a sync form, or an origin: { module: import.meta.url, name } from which a worker can import it (a function that stands in no module cannot travel), or run the workflow with AsyncLocalRuntime.`,
    );
    this.nodeId = nodeId;
    this.nodeType = nodeType;
  }
}
