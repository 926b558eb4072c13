import type { Connection } from '../../types/workflow.ts';

/** A directed graph over the numbers 0 to `size - 1`: the edges as indices into a list of connections. */
export interface Graph {
  readonly size: number;
  /** The source of each connection. */
  readonly sources: Int32Array;
  /** The target of each connection. */
  readonly targets: Int32Array;
  /** The connections that leave each node, in their own order. */
  readonly outgoing: readonly (readonly number[])[];
}

/** The graph of connections between nodes that are numbered in the order of `ids`. */
export const graphOf = (ids: readonly string[], connections: readonly Connection[]): Graph => {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const sources = new Int32Array(connections.length);
  const targets = new Int32Array(connections.length);
  const outgoing: number[][] = ids.map(() => []);
  connections.forEach((connection, edge) => {
    const source = indexOf.get(connection.source) ?? -1;
    sources[edge] = source;
    targets[edge] = indexOf.get(connection.target) ?? -1;
    outgoing[source]?.push(edge);
  });
  return { size: ids.length, sources, targets, outgoing };
};

/** The nodes that can be reached from these along edges (`'forward'`) or against them (`'backward'`), these included. */
export const reachable = (
  graph: Graph,
  from: Iterable<number>,
  direction: 'forward' | 'backward',
): Set<number> => {
  const neighbours = direction === 'forward' ? forward(graph) : backward(graph);
  const found = new Set(from);
  // A set is visited in the order of insertion, what is added on the way included.
  for (const node of found) for (const next of neighbours(node)) found.add(next);
  return found;
};

const forward =
  (graph: Graph) =>
  (node: number): readonly number[] =>
    (graph.outgoing[node] ?? []).map((edge) => graph.targets[edge] ?? -1);

const backward = (graph: Graph): ((node: number) => readonly number[]) => {
  const incoming: number[][] = Array.from({ length: graph.size }, () => []);
  graph.targets.forEach((target, edge) => {
    incoming[target]?.push(graph.sources[edge] ?? -1);
  });
  return (node) => incoming[node] ?? [];
};

/** A cycle among these nodes as a path that ends where it begins, or `undefined`; no recursion, so any size will do. */
export const findCycle = (graph: Graph, among: ReadonlySet<number>): readonly number[] | undefined => {
  const done = new Set<number>();
  for (const start of among) {
    const path: number[] = [];
    const onPath = new Set<number>();
    const stack: number[] = done.has(start) ? [] : [start];
    while (stack.length > 0) {
      const node = stack.at(-1) as number;
      if (onPath.has(node)) {
        stack.pop();
        // The node was opened by this very entry only when it ends the path; deeper copies are closed already.
        if (path.at(-1) === node) {
          path.pop();
          onPath.delete(node);
          done.add(node);
        }
        continue;
      }
      if (done.has(node)) {
        stack.pop();
        continue;
      }
      path.push(node);
      onPath.add(node);
      for (const next of forward(graph)(node)) {
        if (onPath.has(next)) return [...path.slice(path.indexOf(next)), next];
        if (among.has(next) && !done.has(next)) stack.push(next);
      }
    }
  }
  return undefined;
};
