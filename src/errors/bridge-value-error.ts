import { LockstepError } from './lockstep-error.ts';

/** A value cannot be copied to or from the worker that runs a node for the sync runtime; `path` says where it is. */
export class BridgeValueError extends LockstepError {
  readonly code = 'BRIDGE_VALUE';
  readonly nodeId: string;
  readonly path: string;

  constructor(nodeId: string, path: string, kind: string) {
    super(
      `Node '${nodeId}' runs in a worker on LocalRuntime, and ${path} is ${kind}, which cannot be copied there as it is. Allowed are null, undefined, booleans, numbers, bigints, strings, lists, plain objects, Date, RegExp, Map, Set, ArrayBuffer and typed arrays. Give one of these, or run the workflow with AsyncLocalRuntime.`,
    );
    this.nodeId = nodeId;
    this.path = path;
  }
}
