import type { ConditionalExecution } from '../../types/runtime-options.ts';
import type { PlanEdge, PlanNode } from './plan.ts';

/** What is known of a node: not settled yet, or how it settled. */
export const UNSETTLED = 0;
/** It has an output. */
export const COMPLETED = 1;
/** No live edge reached it. */
export const SKIPPED = 2;
/** It failed, and its direct dependents are skipped. */
export const FAILED_SKIP = 3;
/** It failed, and its dependents receive `null`. */
export const FAILED_NULL = 4;

/** Whether a node has completed or failed. */
export const hasRun = (status: number | undefined): boolean => status !== UNSETTLED && status !== SKIPPED;

/** What an edge is, once its source has settled; `poisoned` is dead and takes its target with it. */
export type EdgeState = 'dead' | 'poisoned' | 'null' | 'inactive-null' | 'value';

/** Reads the state of an edge from the state of its source, as the table "Edges" of SEMANTICS.md says. */
export const edgeState = (source: number, isInactive: boolean, mode: ConditionalExecution): EdgeState => {
  if (source === SKIPPED) return 'dead';
  if (source === FAILED_SKIP) return 'poisoned';
  if (source === FAILED_NULL) return 'null';
  if (!isInactive) return 'value';
  return mode === 'skip_branches' ? 'dead' : 'inactive-null';
};

/** Whether the port that an edge leaves from is inactive, given the active ports of its source. */
export const isInactive = (edge: PlanEdge, source: PlanNode, active: readonly string[]): boolean => {
  const { ports } = source;
  const isOff = (port: string): boolean => ports !== 'any' && ports.includes(port) && !active.includes(port);
  return isOff(edge.output) || isOff(edge.head);
};

/**
 * Whether a node is skipped, as the section "Skipping" of SEMANTICS.md says.
 *
 * @param hasBackEdges - whether back edges count: from the second iteration on
 */
export const isSkipped = (
  node: PlanNode,
  stateOf: (edge: PlanEdge) => EdgeState | undefined,
  hasBackEdges: boolean,
): boolean => {
  let edges = 0;
  let dead = 0;
  for (const feed of node.feeds) {
    let fed = 0;
    let lost = 0;
    for (const edge of feed.edges) {
      if (edge.back && !hasBackEdges) continue;
      const state = stateOf(edge);
      if (state === 'poisoned') return true;
      fed++;
      if (state === 'dead') lost++;
    }
    if (feed.required && fed > 0 && lost === fed) return true;
    edges += fed;
    dead += lost;
  }
  return edges > 0 && dead === edges;
};
