import type { NodeContext } from '../../types/node-contract.ts';

/** What has to be in place while the bodies of a run's nodes are called. */
export interface NodeTracing {
  /** Calls a body, once, and answers what it answers. */
  readonly enclose: (context: NodeContext, body: () => unknown) => unknown;
  /** Where the node's span is continued in another thread: a `traceparent` of W3C Trace Context. */
  readonly traceparent: (context: NodeContext) => string | undefined;
}
