import { type Type, TypeFlags } from '../compiler/typescript.ts';
import type { ResultRelation } from './comparison.ts';
import type { Shape } from './shape.ts';
import type { TypeComparer } from './type-comparer.ts';
import { has, type TypeGraph } from './type-graph.ts';

const compareValues = (comparer: TypeComparer, sync: Type, async: Type): ResultRelation => {
  if (comparer.same(sync, async)) return 'promisified';
  return comparer.sameButForAny(sync, async) ? 'any' : 'differs';
};

const isAsyncSequence = (graph: TypeGraph, type: Type): boolean =>
  type.isObjectType() &&
  (/^Async/.test(graph.symbol(type)?.name ?? '') ||
    graph.properties(type).some(({ name }) => /@asyncIterator/.test(name)));

const alternatives = (graph: TypeGraph, type: Type): readonly Type[] =>
  type.isUnionType() ? graph.constituents(type) : [type];

/** Whether a sync side that gives `T | Promise<T>`, and so is awaitable already, gives this value when it is awaited. */
const isAwaitable = (graph: TypeGraph, comparer: TypeComparer, sync: Type, value: Type): boolean => {
  const promises = alternatives(graph, sync).filter((each) => graph.promised(each) !== null);
  if (promises.length === 0) return false;
  const awaited = alternatives(graph, sync).flatMap((each) =>
    alternatives(graph, graph.promised(each) ?? each),
  );
  const values = alternatives(graph, value);
  return (
    awaited.every((each) => values.some((other) => comparer.same(each, other))) &&
    values.every((other) => awaited.some((each) => comparer.same(each, other)))
  );
};

/** How what the async side gives stands to what the sync side gives. */
export const compareResultTypes = (
  graph: TypeGraph,
  comparer: TypeComparer,
  sync: Type,
  async: Type,
): ResultRelation => {
  const value = graph.promised(async);
  if (value !== null && graph.promised(sync) === null) {
    if (isAwaitable(graph, comparer, sync, value)) return 'promisified';
    const relation = compareValues(comparer, sync, value);
    // A query that is built step by step and awaited at the end gives itself, as its twin does.
    return relation === 'differs' && comparer.same(sync, async) ? 'promisified' : relation;
  }
  if (comparer.same(sync, async)) {
    // `T | Promise<T>` leaves open whether there is anything to await.
    if (isMixed(graph, sync, async)) return 'not-awaitable';
    return comparer.colored() ? 'promisified' : 'same';
  }
  if (comparer.sameButForAny(sync, async)) return 'any';
  const isOther =
    isAsyncSequence(graph, async) || has(async, TypeFlags.Never) || areHandles(graph, sync, async);
  return isOther ? 'differs' : 'not-awaitable';
};

/** Two objects that act alike, as a `Cursor` of either colour: to await one of them is no remedy. */
const areHandles = (graph: TypeGraph, sync: Type, async: Type): boolean => {
  const [syncs, asyncs] = [methodsOf(graph, sync), methodsOf(graph, async)];
  return syncs.length > 0 && syncs.filter((name) => asyncs.includes(name)).length * 2 >= syncs.length;
};

const methodsOf = (graph: TypeGraph, type: Type): readonly string[] =>
  type.isObjectType()
    ? graph
        .properties(type)
        .flatMap(({ name, type: held }) =>
          held.isObjectType() && graph.calls(held).length > 0 ? [name] : [],
        )
    : [];

/** Whether a union of the async side holds a promise where that of the sync side has none. */
export const isMixed = (graph: TypeGraph, sync: Type, async: Type): boolean =>
  async.isUnionType() &&
  graph.constituents(async).some((each) => graph.promised(each) !== null) &&
  !graph.constituents(sync).some((each) => graph.promised(each) !== null);

/** Whether a callback is given, one by one, what the sync side gives as the properties of an object. */
const givesRecord = (graph: TypeGraph, comparer: TypeComparer, sync: Type, shape: Shape): boolean => {
  // What is never given only holds a place among the others.
  const values = shape.values.filter(({ type }) => !has(type, TypeFlags.Undefined));
  if (values.length < 2 || !sync.isObjectType()) return false;
  const properties = graph.properties(sync);
  return (
    properties.length === values.length &&
    properties.every(({ name, type }) => {
      const value = values.find((each) => each.name === name);
      return value !== undefined && comparer.same(type, value.type);
    })
  );
};

/** A sync side that reports by a callback, beside an async side that gives a promise of the same. */
const compareCallback = (
  graph: TypeGraph,
  comparer: TypeComparer,
  sync: Shape,
  async: Shape,
): ResultRelation => {
  const value = async.result === null ? null : graph.promised(async.result);
  if (value === null) return 'differs';
  if (sync.result === null) return has(value, TypeFlags.VoidLike) ? 'promisified' : 'differs';
  const whole = compareValues(comparer, sync.result, value);
  if (whole === 'promisified' || isGiven(graph, comparer, value, sync)) return 'promisified';
  return sync.present === null ? whole : compareValues(comparer, sync.present, value);
};

/** Whether a promise gives as a list, or as an object, what a callback is given one by one; each of a union, its share. */
const isGiven = (graph: TypeGraph, comparer: TypeComparer, value: Type, { values }: Shape): boolean => {
  const [first] = values;
  if (values.length < 2 || first === undefined) return false;
  const among = (type: Type, given: Type): boolean =>
    comparer.same(given, type) || alternatives(graph, given).some((each) => comparer.same(each, type));
  const isWhole = (type: Type): boolean => {
    if (!type.isObjectType()) return false;
    const held = graph.isTuple(type)
      ? graph.arguments(type).map((each, index) => ({ name: values[index]?.name ?? null, type: each }))
      : graph.properties(type);
    return (
      held.length === values.length &&
      values.every((given) => {
        const other = held.find(({ name }) => name === given.name);
        return other !== undefined && among(other.type, given.type);
      })
    );
  };
  const given = alternatives(graph, value);
  return given.some(isWhole) && given.every((each) => isWhole(each) || among(each, first.type));
};

/** The same for two signatures, of which that of the async side may report by a callback. */
export const compareResults = (
  graph: TypeGraph,
  comparer: TypeComparer,
  sync: Shape,
  async: Shape,
): ResultRelation => {
  if (sync.style === 'callback' && async.style === 'direct')
    return compareCallback(graph, comparer, sync, async);
  if (async.style === 'direct' || sync.style === 'callback') {
    if (sync.result === null || async.result === null)
      return sync.result === async.result ? 'same' : 'differs';
    return compareResultTypes(graph, comparer, sync.result, async.result);
  }
  if (sync.result === null) return 'promisified';
  if (async.result === null) return has(sync.result, TypeFlags.VoidLike) ? 'promisified' : 'differs';
  const whole = compareValues(comparer, sync.result, async.result);
  if (whole !== 'promisified' && givesRecord(graph, comparer, sync.result, async)) return 'promisified';
  return whole === 'promisified' || async.present === null
    ? whole
    : compareValues(comparer, sync.result, async.present);
};
