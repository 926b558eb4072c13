import { type Type, TypeFlags } from '../compiler/typescript.ts';
import type { ParameterShape } from '../surface/surface.ts';
import type { ParameterPair, ParameterRelation, SignatureComparison } from './comparison.ts';
import { matchKeys } from './match-keys.ts';
import type { TypeComparer } from './type-comparer.ts';
import { has, type Property, type TypeGraph } from './type-graph.ts';

const SAME: ParameterRelation = { kind: 'same' };

/** The constituents without what an optional parameter adds: `undefined`, whether written or not. */
const constituents = (graph: TypeGraph, type: Type, optional: boolean): readonly Type[] =>
  (type.isUnionType() ? graph.constituents(type) : [type]).filter(
    (each) => !optional || !has(each, TypeFlags.VoidLike),
  );

const isOptions = (graph: TypeGraph, type: Type): boolean =>
  (type.isObjectType() || type.isIntersectionType()) &&
  !(type.isObjectType() && (graph.isTuple(type) || graph.calls(type).length > 0)) &&
  graph.properties(type).length > 0;

/** Two bags of options that agree on the options that both know; `null` when they are not that. */
const compareOptions = (
  graph: TypeGraph,
  comparer: TypeComparer,
  sync: Type,
  async: Type,
): ParameterRelation | null => {
  if (!isOptions(graph, sync) || !isOptions(graph, async)) return null;
  const { pairs, syncOnly, asyncOnly } = matchKeys(graph.properties(sync), graph.properties(async));
  const agree = pairs.every(([property, other]) => comparer.same(property.type, other.type));
  const lone = [...syncOnly, ...asyncOnly];
  // A key that must be given makes it another type, and not an option that one side ignores.
  if (!agree || pairs.length === 0 || lone.length === 0 || lone.some(({ optional }) => !optional))
    return null;
  const names = (keys: readonly Property[]): readonly string[] => keys.map(({ name }) => name);
  return { kind: 'options', syncOnly: names(syncOnly), asyncOnly: names(asyncOnly) };
};

/** Those of one side that the other has not; identity is asked for first, since to look into two types that differ takes long. */
const unmatched = (
  own: readonly Type[],
  others: readonly Type[],
  same: (own: Type, other: Type) => boolean,
): readonly Type[] => {
  const ids = new Set(others.map(({ id }) => id));
  return own.filter((type) => !ids.has(type.id) && !others.some((other) => same(type, other)));
};

/** How the types of two parameters stand to each other. */
export const compareParameterTypes = (
  graph: TypeGraph,
  comparer: TypeComparer,
  sync: ParameterShape,
  async: ParameterShape,
): ParameterRelation => {
  if (comparer.same(sync.type, async.type)) return SAME;
  const optional = sync.optional || async.optional;
  const syncs = constituents(graph, sync.type, optional);
  const asyncs = constituents(graph, async.type, optional);
  const syncLeft = unmatched(syncs, asyncs, comparer.same);
  const asyncLeft = unmatched(asyncs, syncs, (async, other) => comparer.same(other, async));
  if (syncLeft.length === 0 && asyncLeft.length === 0) return SAME;
  const [left] = syncLeft;
  const [right] = asyncLeft;
  if (left !== undefined && right !== undefined && syncLeft.length === 1 && asyncLeft.length === 1) {
    if (syncs.length === 1 && asyncs.length === 1 && comparer.same(left, right)) return SAME;
    const options = compareOptions(graph, comparer, left, right);
    if (options !== null) return options;
  }
  if (comparer.sameButForAny(sync.type, async.type)) return { kind: 'any' };
  return { kind: 'differs' };
};

/** A leading underscore only says that an implementation does not use the parameter. */
const bare = (name: string | null): string | null => name?.replace(/^_+(?=.)/, '') ?? null;

/** Whether two parameters are named alike; one that is taken apart has no name to compare. */
export const sameName = (sync: ParameterShape, async: ParameterShape): boolean =>
  sync.name === null || async.name === null || bare(sync.name) === bare(async.name);

const described = ({ name, rest }: ParameterShape, index: number): string =>
  `${rest ? '...' : ''}${name ?? `parameter ${index + 1}`}`;

/** Pairs parameters by name when their count or order differs, and else by place. */
const pairUp = (
  syncs: readonly ParameterShape[],
  asyncs: readonly ParameterShape[],
): { readonly pairs: readonly (readonly [ParameterShape, ParameterShape])[]; readonly ordered: boolean } => {
  const byName = new Map(
    asyncs.flatMap((each) => (each.name === null ? [] : [[bare(each.name), each] as const])),
  );
  const named = syncs.flatMap((each) => {
    const other = each.name === null ? undefined : byName.get(bare(each.name));
    return other === undefined ? [] : [[each, other] as const];
  });
  const places = named.map(([, other]) => asyncs.indexOf(other));
  const ordered = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
  const sameCount = syncs.length === asyncs.length;
  if (sameCount && (ordered || named.length < 2)) {
    const aligned = named.every(([sync, other]) => syncs.indexOf(sync) === asyncs.indexOf(other));
    if (aligned || named.length < syncs.length - 1) {
      return {
        pairs: syncs.flatMap((sync, index) =>
          asyncs[index] === undefined ? [] : [[sync, asyncs[index]] as const],
        ),
        ordered: true,
      };
    }
  }
  if (!sameCount && named.length < Math.min(syncs.length, asyncs.length)) {
    const shorter = Math.min(syncs.length, asyncs.length);
    return {
      pairs: syncs
        .slice(0, shorter)
        .flatMap((sync, index) => (asyncs[index] === undefined ? [] : [[sync, asyncs[index]] as const])),
      ordered: true,
    };
  }
  return { pairs: named, ordered };
};

/** Compares two parameter lists. */
export const compareParameters = (
  graph: TypeGraph,
  comparer: TypeComparer,
  syncs: readonly ParameterShape[],
  asyncs: readonly ParameterShape[],
): Pick<SignatureComparison, 'missing' | 'order' | 'parameters'> => {
  const { pairs, ordered } = pairUp(syncs, asyncs);
  const parameters = pairs.map(
    ([sync, async]): ParameterPair => ({
      sync,
      async,
      // A rest parameter on one side only has an array type there by nature.
      relation: sync.rest === async.rest ? compareParameterTypes(graph, comparer, sync, async) : SAME,
    }),
  );
  const usedSync = new Set(pairs.map(([sync]) => sync));
  const usedAsync = new Set(pairs.map(([, async]) => async));
  const names = (list: readonly ParameterShape[], used: ReadonlySet<ParameterShape>): readonly string[] =>
    list.flatMap((each, index) => (used.has(each) ? [] : [described(each, index)]));
  const inOrder = (list: readonly ParameterShape[], used: ReadonlySet<ParameterShape>): readonly string[] =>
    list.flatMap((each, index) => (used.has(each) ? [described(each, index)] : []));
  return {
    missing: { sync: names(asyncs, usedAsync), async: names(syncs, usedSync) },
    order: ordered ? null : { sync: inOrder(syncs, usedSync), async: inOrder(asyncs, usedAsync) },
    parameters,
  };
};
