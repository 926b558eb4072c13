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
    if (emitter.active) emitter.emit(this.#node('nodeStarted', node, iteration));
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
    const base = this.#node('nodeCompleted', node, iteration);
    emitter.emit(
      ports === undefined || isConcealed ? { ...base, output: shown } : { ...base, output: shown, ports },
    );
  }

  nodeFailed(node: PlanNode, iteration: number, error: unknown, attempts: number): undefined {
    const { emitter } = this.#run;
    if (emitter.active) {
      const shown = this.#visible(error, node.id);
      emitter.emit({ ...this.#node('nodeFailed', node, iteration), error: shown, attempts });
    }
  }

  nodeSkipped(node: PlanNode, iteration: number): undefined {
    const { emitter } = this.#run;
    if (emitter.active) emitter.emit(this.#node('nodeSkipped', node, iteration));
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
      emitter.emit({ ...this.#node('nodeRetried', node, iteration), error: shown, attempt, delayMs });
    }
  }

  circuitChanged(node: PlanNode, iteration: number, circuit: string, state: CircuitState): undefined {
    const { emitter } = this.#run;
    if (emitter.active) emitter.emit({ ...this.#node(CIRCUIT_EVENTS[state], node, iteration), circuit });
  }

  /** @param node - `undefined` where the denial is about the run */
  accessDenied(decision: AccessDecision, node: PlanNode | undefined, iteration: number): undefined {
    const { emitter } = this.#run;
    if (!emitter.active) return;
    const type = 'accessDenied' as const;
    const about = node === undefined ? { type, ...this.#base() } : this.#node(type, node, iteration);
    emitter.emit({ ...about, decision });
  }

  limitExceeded(exceeded: LimitExceeded, node?: PlanNode, iteration = 0): undefined {
    const { emitter } = this.#run;
    if (!emitter.active) return;
    const type = 'resourceLimitExceeded' as const;
    const base = node === undefined ? { type, ...this.#base() } : this.#node(type, node, iteration);
    emitter.emit({ ...base, ...exceeded });
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

  // Each shape written out, and `type` in it: an event a node is made, and a copy that does not begin with all of the other costs more.
  #node<Type extends string>(
    type: Type,
    { id: nodeId, type: nodeType }: PlanNode,
    iteration: number,
  ): NodeEventBase & { readonly type: Type } {
    const { runId, parent } = this.#run;
    if (iteration === 0) {
      return parent === undefined
        ? { type, runId, nodeId, nodeType }
        : { type, runId, parent, nodeId, nodeType };
    }
    return parent === undefined
      ? { type, runId, nodeId, nodeType, iteration }
      : { type, runId, parent, nodeId, nodeType, iteration };
  }
}
