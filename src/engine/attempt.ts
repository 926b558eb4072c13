import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import type { NodeResources } from '../../types/node-resources.ts';
import type { WorkerPool } from '../bridge/worker-pool.ts';
import type { NodeTracing } from '../monitoring/node-tracing.ts';
import type { PlanNode } from './plan.ts';
import type { Run } from './run.ts';

/** What an attempt has waited for, in milliseconds. */
export interface AttemptWaits {
  /** The wait before it. */
  readonly delayMs: number;
  /** How often, and for how long in all, a limit of the runtime has held it up. */
  readonly holdUps: number;
  readonly heldUpMs: number;
}

// One for all that have not waited, which is nearly every attempt.
const NO_WAITS: AttemptWaits = { delayMs: 0, holdUps: 0, heldUpMs: 0 };

/** One attempt at a node: what the driver starts, and what the node's body sees as its context. */
export class Attempt implements NodeContext {
  readonly kind = 'start';
  readonly node: PlanNode;
  readonly inputs: NodeInputs;
  readonly attempt: number;
  readonly #run: Run;
  readonly #iteration: number;
  #controller: AbortController | undefined = undefined;
  #abortReason: unknown = undefined;
  /** The run of the node's sub-workflow, on a node that has one. */
  nested: Run | undefined = undefined;
  /** When it was started, in milliseconds of the run's clock; only where the node has a time limit. */
  startedAt = 0;
  waits: AttemptWaits = NO_WAITS;
  /** Whether its body goes on though nobody waits for its outcome. */
  isOverdue = false;
  /** Whether its body goes on and its outcome is waited for. */
  isUnderWay = false;
  /** The timer that ends it, or its wait for a place, while there is one. */
  timer: object | undefined = undefined;

  /** @param iteration - of the node's cycle, from 1; 0 outside cycles */
  constructor(run: Run, node: PlanNode, inputs: NodeInputs, attempt: number, iteration: number) {
    this.#run = run;
    this.node = node;
    this.inputs = inputs;
    this.attempt = attempt;
    this.#iteration = iteration;
  }

  get nodeId(): string {
    return this.node.id;
  }

  get runId(): string {
    return this.#run.runId;
  }

  get iteration(): number | undefined {
    return this.#iteration === 0 ? undefined : this.#iteration;
  }

  get config(): Readonly<Record<string, unknown>> {
    return this.node.config;
  }

  get parameters(): Readonly<Record<string, unknown>> | undefined {
    return this.#run.parameters.nodes.get(this.node.id);
  }

  get resources(): NodeResources {
    return this.#run.resources;
  }

  /** The workers for nodes that are CPU-bound; `undefined` where such nodes run in place. */
  get pool(): WorkerPool | undefined {
    return this.#run.pool;
  }

  /** What its body is called through; `undefined` where nothing is. */
  get tracing(): NodeTracing | undefined {
    return this.#run.tracing;
  }

  /** Where the node's span goes on in another thread. */
  get traceparent(): string | undefined {
    return this.#run.tracing?.traceparent(this);
  }

  // Made when it is first asked for: a controller costs more than most nodes do.
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#abortReason !== undefined) this.#controller.abort(this.#abortReason);
    }
    return this.#controller.signal;
  }

  /** Tells the body that its result is no longer wanted. */
  abort(reason: unknown): undefined {
    this.#abortReason ??= reason;
    this.#controller?.abort(reason);
  }
}
