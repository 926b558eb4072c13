import type { ExecutionPlan, RunProgress } from '../../types/execution-plan.ts';
import type { ConditionalExecution, OnError } from '../../types/runtime-options.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { UnknownNodeError } from '../errors/unknown-node-error.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import {
  COMPLETED,
  type EdgeState,
  edgeState,
  FAILED_NULL,
  FAILED_SKIP,
  isInactive,
  isSkipped,
  SKIPPED,
  UNSETTLED,
} from './liveness.ts';
import type { Plan, PlanEdge, PlanNode } from './plan.ts';

/** What a plan depends on besides the workflow. */
export interface PlanningMode {
  readonly conditionalExecution: ConditionalExecution;
  readonly onError: OnError;
}

/**
 * Which nodes will run, given what is known so far: the same liveness rule as in a run, where an edge whose source is
 * not known counts as live.
 *
 * @throws {UnknownNodeError} the progress speaks of a node that the workflow does not have
 */
export const planExecution = (plan: Plan, mode: PlanningMode, progress: RunProgress): ExecutionPlan => {
  const isNodeSkipped = skipping(plan, mode, progress);
  const skipped = plan.nodes.filter((node) => isNodeSkipped(node.index));
  const running = plan.nodes.filter((node) => !isNodeSkipped(node.index));
  const levels: string[][] = [];
  const levelOf = new Map<number, number>();
  for (const node of running) {
    const sources = node.feeds.flatMap((feed) =>
      feed.edges.filter((edge) => !edge.back).map((edge) => edge.source),
    );
    const level = sources.reduce((deepest, source) => Math.max(deepest, (levelOf.get(source) ?? -1) + 1), 0);
    levelOf.set(node.index, level);
    const peers = levels[level];
    if (peers === undefined) levels[level] = [node.id];
    else peers.push(node.id);
  }
  return {
    order: running.map(({ id }) => id),
    levels: levels.filter(Boolean),
    skipped: skipped.map(({ id }) => id),
  };
};

/**
 * Whether a node is skipped, given what is known of its sources.
 *
 * @throws {UnknownNodeError} the node, or one that the progress speaks of, is not in the workflow
 */
export const shouldSkipNode = (
  plan: Plan,
  mode: PlanningMode,
  nodeId: string,
  progress: RunProgress,
): boolean => {
  const index = plan.indexOf.get(nodeId);
  if (index === undefined) throw new UnknownNodeError(nodeId, 'shouldSkipNode', [...plan.indexOf.keys()]);
  return skipping(plan, mode, progress)(index);
};

const skipping = (plan: Plan, mode: PlanningMode, progress: RunProgress): ((index: number) => boolean) => {
  const { results = {}, skipped = [], failed = [] } = progress;
  const lost = mode.onError === 'continue' ? FAILED_NULL : FAILED_SKIP;
  const status = new Uint8Array(plan.nodes.length);
  const mark = (ids: readonly string[], as: number): undefined => {
    for (const id of ids) {
      const index = plan.indexOf.get(id);
      if (index === undefined) throw new UnknownNodeError(id, 'The progress', [...plan.indexOf.keys()]);
      status[index] = as;
    }
  };
  mark(Object.keys(results), COMPLETED);
  mark(skipped, SKIPPED);
  mark(failed, lost);
  const stateOf = (edge: PlanEdge): EdgeState => {
    const known = status[edge.source] ?? UNSETTLED;
    const isOff = known === COMPLETED && isOffIn(plan.nodes[edge.source] as PlanNode, edge, results);
    return edgeState(known, isOff, mode.conditionalExecution);
  };
  for (const node of plan.nodes) {
    if (status[node.index] === UNSETTLED && isSkipped(node, stateOf, false)) status[node.index] = SKIPPED;
  }
  return (index) => status[index] === SKIPPED;
};

const isOffIn = (source: PlanNode, edge: PlanEdge, results: Readonly<Record<string, unknown>>): boolean => {
  const output = results[source.id];
  return (
    source.activePorts !== undefined &&
    isPlainObject(output) &&
    isInactive(edge, source, source.activePorts(output as NodeOutput))
  );
};
