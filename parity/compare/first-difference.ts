import type { Type } from '../compiler/typescript.ts';
import type { SignatureShape, Surface } from '../surface/surface.ts';
import { areColorTwins } from './color-names.ts';
import { genericPairs } from './generic-pairs.ts';
import { matchKeys } from './match-keys.ts';
import type { TypeComparer } from './type-comparer.ts';
import type { TypeGraph } from './type-graph.ts';
import type { TypePair } from './walk.ts';

/** Where two objects differ: the keys that lead there, and what stands there; `null` where nothing does. */
export interface Difference {
  readonly path: readonly string[];
  readonly sync: Type | null;
  readonly async: Type | null;
}

/** Two surfaces or two signatures, whose type parameters stand for each other. */
type Owners = Readonly<Record<'sync' | 'async', Pick<SignatureShape | Surface, 'typeParameters'>>>;

/** The object that a type is, if it may be left out or awaited as well; `null` for functions, lists and choices. */
const objectOf = (graph: TypeGraph, type: Type): Type | null => {
  const defined = graph.defined(graph.promised(type) ?? type);
  if (!(defined.isObjectType() || defined.isIntersectionType())) return null;
  const isList = graph.propertyNames(defined).some((name) => /@(async)?iterator@/i.test(name));
  return isList || graph.calls(defined).length > 0 ? null : defined;
};

/**
 * `Map<string, A>` and `Map<string, B>`, or `Iterator<A>` and `AsyncIterator<B>`: their arguments differ, which is plain from
 * the types themselves.
 */
const isOneGeneric = (graph: TypeGraph, sync: Type, async: Type): boolean => {
  const [left, right] = [graph.symbol(sync), graph.symbol(async)];
  if (left === undefined || right === undefined || graph.arguments(sync).length === 0) return false;
  return left.id === right.id || areColorTwins(left.name, right.name);
};

const between = (
  graph: TypeGraph,
  comparer: TypeComparer,
  [sync, async]: TypePair,
  path: readonly string[],
  visited: ReadonlySet<string>,
): Difference => {
  const here: Difference = { path, sync, async };
  const [left, right] = [objectOf(graph, sync), objectOf(graph, async)];
  if (left === null || right === null || isOneGeneric(graph, left, right)) return here;
  const { pairs, syncOnly, asyncOnly } = matchKeys(graph.properties(left), graph.properties(right));
  // Two things with nothing in common differ as a whole.
  if (pairs.length === 0) return here;
  const followed = new Set([...visited, `${left.id}:${right.id}`]);
  const isFollowed = (own: Type, other: Type): boolean =>
    followed.has(`${objectOf(graph, own)?.id}:${objectOf(graph, other)?.id}`);
  const drifted = pairs.find(
    ([own, other]) => !isFollowed(own.type, other.type) && !comparer.same(own.type, other.type),
  );
  if (drifted !== undefined) {
    const [own, other] = drifted;
    return between(graph, comparer, [own.type, other.type], [...path, own.name], followed);
  }
  const lacking = syncOnly[0];
  if (lacking !== undefined) return { path: [...path, lacking.name], sync: lacking.type, async: null };
  const extra = asyncOnly[0];
  return extra === undefined ? here : { path: [...path, extra.name], sync: null, async: extra.type };
};

/** Where two types that differ do so first, if that is further inside than the types themselves. */
export const firstDifference = (
  graph: TypeGraph,
  comparer: TypeComparer,
  owners: readonly Owners[],
  types: TypePair,
): Difference | null => {
  const pairs = owners.flatMap(({ sync, async }) => genericPairs(sync.typeParameters, async.typeParameters));
  const found = comparer.bound(pairs, () => between(graph, comparer, types, [], new Set()));
  return found.path.length === 0 ? null : found;
};
