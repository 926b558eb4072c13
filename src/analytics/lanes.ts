import type { NodeRecord } from '../../types/run-history.ts';

/**
 * Puts nodes that were under way at once into lanes of their own, in as few lanes as there were nodes at once: each goes into the first
 * lane that is free (interval partitioning, by start).
 */
export const lanesOf = (nodes: readonly NodeRecord[]): readonly (readonly NodeRecord[])[] => {
  const lanes: NodeRecord[][] = [];
  const executed = nodes.filter(
    ({ parent, outcome }) => parent === undefined && outcome !== 'skipped' && outcome !== 'reused',
  );
  for (const node of executed.toSorted((one, other) => one.startMs - other.startMs)) {
    const free = lanes.find((lane) => (lane.at(-1)?.endMs ?? 0) <= node.startMs);
    if (free === undefined) lanes.push([node]);
    else free.push(node);
  }
  return lanes;
};
