import type { NodeOutput } from '../../types/workflow.ts';
import { WorkflowExecutionError } from '../errors/workflow-execution-error.ts';
import type { AccessGuard } from './access-guard.ts';
import { Frontier } from './frontier.ts';
import type { Interruption } from './interruption.ts';
import { keptCycleEnd } from './kept-cycle-end.ts';
import { FAILED_NULL, FAILED_SKIP, SKIPPED } from './liveness.ts';
import type { PlanCycle, PlanNode } from './plan.ts';
import type { Reporter } from './reporter.ts';
import type { Run } from './run.ts';
import { completedOutputs } from './run-results.ts';
import type { RunState } from './run-state.ts';

/** The parts of a run that the end of a node touches. */
export interface RunParts {
  readonly run: Run;
  readonly state: RunState;
  readonly report: Reporter;
  readonly stop: Interruption;
  readonly access: AccessGuard | undefined;
}

/** Records how nodes and iterations end, in this order: in the checkpoint, in the state, to listeners, to what comes after. */
export class Settlement {
  readonly frontier: Frontier;
  readonly #run: Run;
  readonly #state: RunState;
  readonly #report: Reporter;
  readonly #stop: Interruption;
  readonly #access: AccessGuard | undefined;

  constructor({ run, state, report, stop, access }: RunParts) {
    this.#run = run;
    this.#state = state;
    this.#report = report;
    this.#stop = stop;
    this.#access = access;
    this.frontier = new Frontier(run.plan, (cycle) => this.#endIteration(cycle));
  }

  /** Passes over a node that no live edge reaches, or that its user may not run. */
  skip(node: PlanNode): undefined {
    this.#state.lose(node, SKIPPED);
    this.#report.nodeSkipped(node, this.#state.iterationOf(node));
    this.frontier.settle(node);
  }

  /**
   * Ends a node that has an output; `routed` is the output that its way on is told by, where a mask hides it from users.
   *
   * @throws what a checkpoint throws that cannot hold the output; nothing has been recorded then
   */
  complete(node: PlanNode, output: NodeOutput, routed: NodeOutput): undefined {
    const ports = routed === output ? undefined : node.activePorts?.(routed);
    this.#run.checkpoints?.completed(node.id, this.#state.iterationOf(node), output, ports);
    this.#state.complete(node, output, ports);
    // Where an output is masked, so is the way that it takes.
    const told =
      node.activePorts === undefined || ports !== undefined ? undefined : this.#state.activePortsOf(node);
    this.#report.nodeCompleted(node, this.#state.iterationOf(node), output, told);
    this.frontier.settle(node);
  }

  /** What users may see of an error of a node. */
  visible(node: PlanNode, error: unknown): unknown {
    return this.#access === undefined ? error : this.#access.visibleError(node, error);
  }

  /** Ends a node with an error that it threw. */
  fail(node: PlanNode, error: unknown, attempts: number): undefined {
    this.refuse(node, this.visible(node, error), attempts);
  }

  /** Ends a node with an error that holds nothing of it. */
  refuse(node: PlanNode, error: unknown, attempts: number): undefined {
    const { checkpoints } = this.#run;
    const { onError } = this.#state.settings;
    if (onError !== 'stop') checkpoints?.failed(node.id, this.#state.iterationOf(node), error, onError);
    // A failed run that is resumed tries the node anew, with all its attempts.
    else if (attempts > 1) checkpoints?.retried(node.id, this.#state.iterationOf(node), 1);
    this.#report.nodeFailed(node, this.#state.iterationOf(node), error, attempts);
    if (this.#lose(node, error)) this.frontier.settle(node);
  }

  /** Records a failure as the error policy says; answers whether the run goes on. */
  #lose(node: PlanNode, error: unknown): boolean {
    const { onError } = this.#state.settings;
    if (onError === 'stop') {
      const outputs = completedOutputs(this.#state);
      this.#stop.error = new WorkflowExecutionError(node.id, this.#run.runId, error, outputs);
      return false;
    }
    this.#state.lose(node, onError === 'continue' ? FAILED_NULL : FAILED_SKIP, error);
    this.#state.partial = true;
    return true;
  }

  #endIteration(index: number): undefined {
    const state = this.#state;
    const cycle = state.plan.cycles[index] as PlanCycle;
    const iteration = state.iterations[index] ?? 1;
    const elapsedMs = (): number => this.#run.now() - (state.cycleStarts[index] ?? 0);
    try {
      const endedBy = keptCycleEnd(this.#run, state, index, elapsedMs);
      if (endedBy === undefined) {
        state.iterations[index] = iteration + 1;
        this.frontier.restart(index);
        return;
      }
      state.summaries[cycle.declaration.id] = { iterations: iteration, endedBy };
    } catch (error) {
      const entry = state.plan.nodes[cycle.entry] as PlanNode;
      this.#report.nodeFailed(entry, iteration, error, 0);
      if (!this.#lose(entry, error)) return;
      state.summaries[cycle.declaration.id] = { iterations: iteration, endedBy: 'failed' };
    }
    this.frontier.settleCycle(index);
  }
}
