import type { CycleSummary } from '../../types/run-event.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { COMPLETED, type EdgeState, edgeState, isInactive, isSkipped, UNSETTLED } from './liveness.ts';
import type { Parameters } from './parameters.ts';
import type { Plan, PlanEdge, PlanNode } from './plan.ts';
import type { RunSecrets } from './run-secrets.ts';
import type { RunSettings } from './run-settings.ts';

/** All that one run knows; nothing of it outlives the run or is shared with another. */
export class RunState {
  readonly plan: Plan;
  readonly settings: RunSettings;
  readonly parameters: Parameters;
  readonly hasParameters: boolean;
  /** What nodes are given in place of defaults that refer to secrets; `undefined` where none does. */
  secretDefaults: RunSecrets | undefined = undefined;
  /** How each node settled: `UNSETTLED`, `COMPLETED`, ... */
  readonly status: Uint8Array;
  /** The output of each completed node, the error of each failed one. */
  readonly outputs: unknown[];
  /** The iteration of each cycle, from 1. */
  readonly iterations: Int32Array;
  /** When each cycle started, in milliseconds of the run's clock; NaN before that. */
  readonly cycleStarts: Float64Array;
  readonly summaries: Record<string, CycleSummary> = {};
  /** Whether any edge may be other than a value: a node was skipped, has failed, or routes. */
  hazard = false;
  /** Whether any node failed and the run went on. */
  partial = false;
  readonly #activePorts = new Map<number, readonly string[]>();

  constructor(plan: Plan, settings: RunSettings, parameters: Parameters) {
    this.plan = plan;
    this.settings = settings;
    this.parameters = parameters;
    this.hasParameters = parameters.nodes.size > 0 || parameters.workflow.size > 0;
    this.status = new Uint8Array(plan.nodes.length);
    this.outputs = new Array<unknown>(plan.nodes.length);
    this.iterations = new Int32Array(plan.cycles.length).fill(1);
    this.cycleStarts = new Float64Array(plan.cycles.length).fill(Number.NaN);
  }

  /** The iteration that a node is in, 0 outside cycles. */
  iterationOf(node: PlanNode): number {
    return node.cycle === -1 ? 0 : (this.iterations[node.cycle] ?? 0);
  }

  /**
   * Records the output of a node.
   *
   * @param ports - the active ports, where the output does not tell: what is masked routes as it was
   */
  complete(node: PlanNode, output: NodeOutput, ports?: readonly string[]): undefined {
    this.status[node.index] = COMPLETED;
    this.outputs[node.index] = output;
    if (node.activePorts === undefined) return;
    this.#activePorts.set(node.index, ports ?? node.activePorts(output));
    this.hazard = true;
  }

  /** Records that a node was skipped or has failed. */
  lose(node: PlanNode, status: number, error?: unknown): undefined {
    this.status[node.index] = status;
    this.outputs[node.index] = error;
    this.hazard = true;
  }

  /** The active ports of a node that routes and has completed. */
  activePortsOf(node: PlanNode): readonly string[] | undefined {
    return this.#activePorts.get(node.index);
  }

  /** What an edge is now that its source has settled. */
  stateOf = (edge: PlanEdge): EdgeState => {
    const source = this.plan.nodes[edge.source] as PlanNode;
    const active = this.#activePorts.get(edge.source);
    const off = active !== undefined && isInactive(edge, source, active);
    return edgeState(this.status[edge.source] ?? UNSETTLED, off, this.settings.conditionalExecution);
  };

  /** Whether a node is skipped now that its sources have settled. */
  skips(node: PlanNode): boolean {
    return this.hazard && isSkipped(node, this.stateOf, this.iterationOf(node) > 1);
  }
}
