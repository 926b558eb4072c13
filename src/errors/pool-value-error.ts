import { LockstepError } from './lockstep-error.ts';

/** A value cannot be copied to or from the worker that runs a CPU-bound node; `path` says where it is. */
export class PoolValueError extends LockstepError {
  readonly code = 'POOL_VALUE';
  readonly nodeId: string;
  readonly path: string;

  constructor(nodeId: string, path: string, kind: string) {
    super(
      `Node '${nodeId}' is CPU-bound and runs in a worker on AsyncLocalRuntime, and ${path} is ${kind}, which cannot be copied there as it is. Allowed are null, undefined, booleans, numbers, bigints, strings, lists, plain objects, Date, RegExp, Map, Set, ArrayBuffer and typed arrays. Give one of these, or set threadPoolSize: 0 or cpuBound: false to have it run on the event loop.`,
    );
    this.nodeId = nodeId;
    this.path = path;
  }
}
