import type { Type } from '../compiler/typescript.ts';
import type { Walk } from './walk.ts';

/** Whether a constituent that only the async side has is another colour of what the sync side has. */
const isOtherColor = (walk: Walk, syncs: readonly Type[], type: Type, depth: number): boolean => {
  const value = walk.graph.promised(type);
  const sameAsAll = (): boolean =>
    value !== null && sameConstituents(walk, syncs, walk.graph.constituents(value), depth);
  const found = syncs.some((sync) => walk.same(sync, value ?? type, depth)) || sameAsAll();
  if (found) walk.colored();
  return found;
};

/** Whether two unions, or two intersections, consist of the same types in whatever order. */
export const sameConstituents = (
  walk: Walk,
  syncs: readonly Type[],
  asyncs: readonly Type[],
  depth: number,
): boolean => {
  const ids = new Set(syncs.map((type) => type.id));
  const shared = new Set(asyncs.filter((type) => ids.has(type.id)).map((type) => type.id));
  const left = new Set(asyncs.filter((type) => !shared.has(type.id)));
  for (const sync of syncs) {
    if (shared.has(sync.id)) continue;
    const match = [...left].find((async) => walk.same(sync, async, depth));
    if (match === undefined) return false;
    left.delete(match);
  }
  return [...left].every((type) => isOtherColor(walk, syncs, type, depth));
};
