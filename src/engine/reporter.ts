import type { AccessDecision } from '../../types/access-control.ts';
import type { CircuitState } from '../../types/resilience.ts';
import type {
  CycleSummary,
  NodeEventBase,
  ResourceLimitExceeded,
  RunEventBase,
} from '../../types/run-event.ts';
import type { RunResult, RunStatus } from '../../types/run-result.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { MaskedFailureError } from '../errors/masked-failure-error.ts';
import { maskOutput } from '../security/mask-output.ts';
import { hasRun } from './liveness.ts';
import type { PlanNode } from './plan.ts';
import type { Run } from './run.ts';
import type { RunState } from './run-state.ts';

/** What an event says of a limit. */
type LimitExceeded = Pick<ResourceLimitExceeded, 'resource' | 'value' | 'limit' | 'action'>;

const CIRCUIT_EVENTS = {
  open: 'circuitOpened',
  halfOpen: 'circuitHalfOpened',
  closed: 'circuitClosed',
} as const satisfies Readonly<Record<CircuitState, string>>;

/** Makes the events of one run, where anyone listens. */
export class Reporter {
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  runStarted(): undefined {
    const { emitter, plan } = this.#run;
    if (emitter.active) emitter.emit({ type: 'runStarted', ...this.#base(), workflow: plan.workflow.name });
  }

  runResumed({ status }: RunState): undefined {
    const { emitter, plan } = this.#run;
    if (!emitter.active) return;
    const finished = plan.nodes.filter(({ index }) => hasRun(status[index])).map(({ id }) => id);
    emitter.emit({ type: 'runResumed', ...this.#base(), workflow: plan.workflow.name, finished });
  }

  /** Of a run whose result was kept: nothing of it runs. */
  runAnswered({ results, status }: RunResult): undefined {
    const { emitter, plan } = this.#run;
    if (!emitter.active) return;
    const finished = Object.keys(results);
    emitter.emit({ type: 'runResumed', ...this.#base(), workflow: plan.workflow.name, finished });
    emitter.emit({ type: 'runCompleted', ...this.#base(), status });
  }

  nodeStarted(node: PlanNode, iteration: number): undefined {
    const { emitter } = this.#run;
    if (emitter.active) emitter.emit({ type: 'nodeStarted', ...this.#node(node, iteration) });
  }

  /** @param ports - the active ones of a node that routes, if they may be told */
  nodeCompleted(
    node: PlanNode,
    iteration: number,
    output: NodeOutput,
    ports: readonly string[] | undefined,
  ): undefined {
    const { emitter, access } = this.#run;
    if (!emitter.active) return;
    const isConcealed = access?.isConcealed === true;
    const shown = isConcealed ? maskOutput(output, undefined) : output;
    emitter.emit({
      type: 'nodeCompleted',
      ...this.#node(node, iteration),
      output: shown,
      ...(ports !== undefined && !isConcealed && { ports }),
    });
  }

  nodeFailed(node: PlanNode, iteration: number, error: unknown, attempts: number): undefined {
    const { emitter } = this.#run;
    if (emitter.active) {
      const shown = this.#visible(error, node.id);
      emitter.emit({ type: 'nodeFailed', ...this.#node(node, iteration), error: shown, attempts });
    }
  }

  nodeSkipped(node: PlanNode, iteration: number): undefined {
    const { emitter } = this.#run;
    if (emitter.active) emitter.emit({ type: 'nodeSkipped', ...this.#node(node, iteration) });
  }

  nodeRetried(
    node: PlanNode,
    iteration: number,
    error: unknown,
    attempt: number,
    delayMs: number,
  ): undefined {
    const { emitter } = this.#run;
    if (emitter.active) {
      const shown = this.#visible(error, node.id);
      emitter.emit({ type: 'nodeRetried', ...this.#node(node, iteration), error: shown, attempt, delayMs });
    }
  }

  circuitChanged(node: PlanNode, iteration: number, circuit: string, state: CircuitState): undefined {
    const { emitter } = this.#run;
    if (emitter.active)
      emitter.emit({ type: CIRCUIT_EVENTS[state], ...this.#node(node, iteration), circuit });
  }

  /** @param node - `undefined` where the denial is about the run */
  accessDenied(decision: AccessDecision, node: PlanNode | undefined, iteration: number): undefined {
    const { emitter } = this.#run;
    if (!emitter.active) return;
    const about = node === undefined ? this.#base() : this.#node(node, iteration);
    emitter.emit({ type: 'accessDenied', ...about, decision });
  }

  limitExceeded(exceeded: LimitExceeded, node?: PlanNode, iteration = 0): undefined {
    const { emitter } = this.#run;
    if (!emitter.active) return;
    const base = node === undefined ? this.#base() : this.#node(node, iteration);
    emitter.emit({ type: 'resourceLimitExceeded', ...base, ...exceeded });
  }

  runCompleted(status: RunStatus, cycles: Readonly<Record<string, CycleSummary>>): undefined {
    const { emitter, plan } = this.#run;
    if (!emitter.active) return;
    emitter.emit({
      type: 'runCompleted',
      ...this.#base(),
      status,
      ...(plan.cycles.length > 0 && { cycles }),
    });
  }

  runFailed(error: unknown): undefined {
    const { emitter } = this.#run;
    if (emitter.active) {
      emitter.emit({ type: 'runFailed', ...this.#base(), error: this.#visible(error) });
    }
  }

  runCancelled(error: unknown): undefined {
    const { emitter } = this.#run;
    if (emitter.active) {
      emitter.emit({ type: 'runCancelled', ...this.#base(), error: this.#visible(error) });
    }
  }

  // An error inside of a masked node could tell what the mask hides, partial results among it.
  #visible(error: unknown, nodeId?: string): unknown {
    return this.#run.access?.isConcealed === true ? new MaskedFailureError(nodeId) : error;
  }

  #base(): RunEventBase {
    const { runId, parent } = this.#run;
    return parent === undefined ? { runId } : { runId, parent };
  }

  #node(node: PlanNode, iteration: number): NodeEventBase {
    const base = { ...this.#base(), nodeId: node.id, nodeType: node.type };
    return iteration === 0 ? base : { ...base, iteration };
  }
}
