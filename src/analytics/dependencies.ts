import type { NodeRecord, RunRecord } from '../../types/run-history.ts';

/** A node of the run itself, and which others of this list it had to wait for. */
export interface Dependent {
  readonly node: NodeRecord;
  readonly waitsFor: readonly number[];
}

const keyOf = (id: string, iteration = 0): string => `${iteration} ${id}`;

/**
 * The nodes of a run itself in the order in which they were taken, so that each stands behind those it had to wait for. A cycle begins
 * when all that leads into it has settled, each iteration when the one before has, and what follows a cycle waits for all of its last
 * iteration (SEMANTICS.md, section "Cycles").
 */
export const dependencies = ({ graph, nodes }: RunRecord): readonly Dependent[] => {
  const own = nodes.filter(({ parent }) => parent === undefined);
  const cycleOf = new Map(graph.nodes.map(({ id, cycle }) => [id, cycle]));
  const into = new Map<string, string[]>();
  const members = new Map<string, string[]>();
  const entering = new Map<string, Set<string>>();
  for (const { id, cycle } of graph.nodes) {
    into.set(id, []);
    if (cycle !== undefined) members.set(cycle, [...(members.get(cycle) ?? []), id]);
  }
  for (const { source, target, cycle } of graph.edges) {
    if (cycle !== undefined) continue;
    const [from, to] = [cycleOf.get(source), cycleOf.get(target)];
    if (to === undefined || to === from) into.get(target)?.push(source);
    else entering.set(to, (entering.get(to) ?? new Set()).add(source));
  }
  const at = new Map(own.map(({ nodeId, iteration }, index) => [keyOf(nodeId, iteration), index]));
  const last = new Map<string, number>();
  for (const { nodeId, iteration = 0 } of own) {
    const cycle = cycleOf.get(nodeId);
    if (cycle !== undefined) last.set(cycle, Math.max(last.get(cycle) ?? 0, iteration));
  }
  const settled = (source: string): readonly string[] => {
    const cycle = cycleOf.get(source);
    if (cycle === undefined) return [keyOf(source)];
    return (members.get(cycle) ?? []).map((id) => keyOf(id, last.get(cycle)));
  };
  const keysOf = ({ nodeId, iteration }: NodeRecord): readonly string[] => {
    const sources = into.get(nodeId) ?? [];
    const cycle = cycleOf.get(nodeId);
    if (cycle === undefined) return sources.flatMap(settled);
    if (sources.length > 0) return sources.map((id) => keyOf(id, iteration));
    if (iteration === undefined || iteration === 1) return [...(entering.get(cycle) ?? [])].flatMap(settled);
    return (members.get(cycle) ?? []).map((id) => keyOf(id, iteration - 1));
  };
  return own.map((node) => ({
    node,
    waitsFor: [...new Set(keysOf(node))].flatMap((key) => at.get(key) ?? []),
  }));
};
