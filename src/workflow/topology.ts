import type { Connection, Cycle } from '../../types/workflow.ts';
import { InvalidCycleError } from '../errors/invalid-cycle-error.ts';
import { UndeclaredCycleError } from '../errors/undeclared-cycle-error.ts';
import { connectionName } from './check-connections.ts';
import { findCycle, type Graph, graphOf, reachable } from './graph.ts';

/** The order of a workflow's nodes, which are numbered in the order of `addNode`. */
export interface Topology {
  readonly graph: Graph;
  /** The numbers of the nodes in plan order. */
  readonly order: readonly number[];
  /** For each node the index of its cycle, or -1. */
  readonly cycleOf: Int32Array;
  /** For each node: how many forward edges lead to it (in a cycle: from the same cycle). */
  readonly incoming: Int32Array;
  /** For each cycle: how many forward edges lead into it from outside. */
  readonly entering: Int32Array;
}

/**
 * Orders the nodes of a workflow (Kahn's algorithm, first in first out; each cycle is entered as a whole).
 *
 * @throws {InvalidCycleError} the edges of a declared cycle close no cycle, or two cycles share a node
 * @throws {UndeclaredCycleError} the connections themselves form a cycle
 * @see A. B. Kahn, Topological sorting of large networks, CACM 5 (1962)
 */
export const topologyOf = (
  ids: readonly string[],
  connections: readonly Connection[],
  cycles: readonly Cycle[],
): Topology => {
  const graph = graphOf(ids, connections);
  const cycleOf = cyclesOfNodes(ids, graph, cycles);
  const incoming = new Int32Array(ids.length);
  const entering = new Int32Array(cycles.length);
  graph.targets.forEach((target, edge) => {
    const cycle = cycleOf[target] ?? -1;
    if (cycle !== -1 && cycleOf[graph.sources[edge] ?? -1] !== cycle)
      entering[cycle] = (entering[cycle] ?? 0) + 1;
    else incoming[target] = (incoming[target] ?? 0) + 1;
  });
  const topology = { graph, cycleOf, incoming, entering };
  const order = walk(topology);
  if (order.length < ids.length) {
    const left = new Set(ids.keys());
    for (const node of order) left.delete(node);
    const path = findCycle(graph, left) ?? [...left];
    throw new UndeclaredCycleError(path.map((node) => ids[node] ?? ''));
  }
  return { ...topology, order };
};

const cyclesOfNodes = (ids: readonly string[], graph: Graph, cycles: readonly Cycle[]): Int32Array => {
  const cycleOf = new Int32Array(ids.length).fill(-1);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  cycles.forEach((cycle, index) => {
    const numbers = (end: 'source' | 'target'): number[] =>
      cycle.edges.map((edge) => indexOf.get(edge[end]) ?? -1);
    const after = reachable(graph, numbers('target'), 'forward');
    const before = reachable(graph, numbers('source'), 'backward');
    for (const edge of cycle.edges) {
      if (reachable(graph, [indexOf.get(edge.target) ?? -1], 'forward').has(indexOf.get(edge.source) ?? -1))
        continue;
      throw new InvalidCycleError(
        cycle.id,
        `its edge ${connectionName(edge)} closes no cycle, for no connections lead from '${edge.target}' to '${edge.source}'. Make it a connection, or connect the two.`,
      );
    }
    for (const node of after) {
      if (!before.has(node)) continue;
      const other = cycles[cycleOf[node] ?? -1];
      if (other !== undefined) {
        throw new InvalidCycleError(
          cycle.id,
          `it shares the node '${ids[node]}' with the cycle '${other.id}'. Declare both as one cycle with several edges, or move the inner one into a sub-workflow (WorkflowNode).`,
        );
      }
      cycleOf[node] = index;
    }
  });
  return cycleOf;
};

const walk = ({ graph, cycleOf, incoming, entering }: Omit<Topology, 'order'>): readonly number[] => {
  const waiting = incoming.slice();
  const closed = entering.slice();
  const members: number[][] = Array.from(entering, () => []);
  cycleOf.forEach((cycle, node) => {
    members[cycle]?.push(node);
  });
  const unsettled = members.map((nodes) => nodes.length);
  const queue: number[] = [];
  for (let node = 0; node < graph.size; node++) {
    const cycle = cycleOf[node] ?? -1;
    if (waiting[node] === 0 && (cycle === -1 || closed[cycle] === 0)) queue.push(node);
  }
  const release = (edge: number): undefined => {
    const target = graph.targets[edge] ?? -1;
    const cycle = cycleOf[target] ?? -1;
    if (cycle !== -1 && cycleOf[graph.sources[edge] ?? -1] !== cycle) {
      closed[cycle] = (closed[cycle] ?? 0) - 1;
      if (closed[cycle] === 0)
        for (const node of members[cycle] ?? []) if (waiting[node] === 0) queue.push(node);
      return;
    }
    waiting[target] = (waiting[target] ?? 0) - 1;
    if (waiting[target] === 0) queue.push(target);
  };
  const leaves = (edge: number, cycle: number): boolean => cycleOf[graph.targets[edge] ?? -1] !== cycle;
  const taken: number[][] = members.map(() => []);
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    const cycle = cycleOf[node] ?? -1;
    const edges = graph.outgoing[node] ?? [];
    if (cycle === -1) {
      for (const edge of edges) release(edge);
      continue;
    }
    taken[cycle]?.push(node);
    for (const edge of edges) if (!leaves(edge, cycle)) release(edge);
    unsettled[cycle] = (unsettled[cycle] ?? 0) - 1;
    if (unsettled[cycle] !== 0) continue;
    for (const member of taken[cycle] ?? []) {
      for (const edge of graph.outgoing[member] ?? []) if (leaves(edge, cycle)) release(edge);
    }
  }
  return queue;
};
