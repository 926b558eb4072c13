/**
 * How a resource that nodes share is opened and closed: a pool of connections, a client, a cache. `T` is what `open` answers: the
 * resource itself, or on the asynchronous side a promise of it.
 */
export interface ResourceLeaf<T> {
  /** Opens the resource; called once for all that share it. */
  readonly open: () => T;
  /** Closes it; what it answers is awaited on the asynchronous side. */
  readonly close: (resource: Awaited<T>) => unknown;
  /** How many connections it may hold, for `resourceLimits.maxConnections`: a whole number from 0; 1 unless given. */
  readonly connections?: number;
}

/** A `ResourceLeaf` of any type: write the type of the resource where `close` takes it. */
export interface DeclaredResource {
  /** Opens the resource; a promise of it on `AsyncLocalRuntime` alone. */
  readonly open: () => unknown;
  /** Closes it. */
  readonly close: (resource: never) => unknown;
  /** As in `ResourceLeaf`. */
  readonly connections?: number;
}

/**
 * The resources of a runtime, as a node's body reaches them: opened once, shared by all runs, closed when nobody needs them.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * const counter = { open: () => ({ calls: 0 }), close: () => undefined };
 * new WorkflowBuilder().addNode('FunctionNode', 'count', {
 *   run: (_, { resources }) => {
 *     const shared = resources.acquire('counter', counter);
 *     shared.calls += 1;
 *     return shared.calls;
 *   },
 * });
 * ```
 */
export interface NodeResources {
  /**
   * Gives the resource of that key, opened by the leaf if it is not open. The run holds it until `release`, or until the run ends. The
   * key has to name all that the resource depends on (address, account, colour). Without a leaf, the key is one of the runtime's option
   * `resources`, which also wins over a leaf.
   *
   * Throws (or answers with a rejected promise) what `open` does, `UnknownResourceError`, and `ResourceLimitError`.
   */
  readonly acquire: <T>(key: string, leaf?: ResourceLeaf<T>) => T;
  /** Gives back what one `acquire` of the key has taken, before the run ends; of no effect where the run holds nothing of it. */
  readonly release: (key: string) => undefined;
}
