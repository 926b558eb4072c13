import type { Side } from '../report-model.ts';
import type { SignatureShape } from '../surface/surface.ts';
import { compareResults } from './compare-result.ts';
import { type CallContext, compareShapes, isInStep } from './compare-shapes.ts';
import type { CallComparison, SignatureComparison } from './comparison.ts';
import { asyncShape, directShape, foldCallbacks, type Shape, widened } from './shape.ts';
import type { TypeGraph } from './type-graph.ts';

/** Above this many overloads that have no partner in their place, partners are not searched for among all others. */
const SEARCHED = 64;

/** Above this many overloads that drifted, each is held against the one in its place and no other. */
const WEIGHED = 12;

/** How far apart two signatures are: what makes them another overload weighs more than what drifted in one. */
const distance = ({ generics, missing, order, parameters, result }: SignatureComparison): number =>
  (result === 'same' || result === 'promisified' ? 0 : 4) +
  (generics.kind === 'same' ? 0 : 2) +
  3 * (missing.sync.length + missing.async.length) +
  (order === null ? 0 : 1) +
  parameters.reduce(
    (sum, { sync, async, relation }) =>
      sum +
      (relation.kind === 'same' ? 0 : relation.kind === 'options' ? 1 : 2) +
      (sync.optional === async.optional ? 0 : 1) +
      (sync.rest === async.rest ? 0 : 1),
    0,
  );

/** Signatures that have no partner, paired with the least distant; what one side has more stays alone. */
const pairRest = (
  context: CallContext,
  syncs: readonly Shape[],
  asyncs: readonly Shape[],
): {
  readonly comparisons: readonly SignatureComparison[];
  readonly syncs: readonly Shape[];
  readonly asyncs: readonly Shape[];
} => {
  const searched = Math.max(syncs.length, asyncs.length) <= WEIGHED;
  const candidates = syncs.flatMap((sync, place) =>
    asyncs
      .filter((_, index) => searched || index === place)
      .map((async) => {
        const comparison = compareShapes(context, sync, async);
        return { sync, async, comparison, distance: distance(comparison) };
      }),
  );
  const taken = new Set<Shape>();
  const comparisons = candidates
    .toSorted((left, right) => left.distance - right.distance)
    .filter(({ sync, async }) => {
      if (taken.has(sync) || taken.has(async)) return false;
      taken.add(sync).add(async);
      return true;
    })
    .map(({ comparison }) => comparison);
  return {
    comparisons,
    syncs: syncs.filter((shape) => !taken.has(shape)),
    asyncs: asyncs.filter((shape) => !taken.has(shape)),
  };
};

/** Whether an overload of the other side takes every call that a lone overload takes, and gives the same: nothing is lost. */
const covers = (
  { graph, comparer, session }: CallContext,
  wide: Shape,
  lone: Shape,
  wideSide: Side,
): boolean => {
  const result =
    wideSide === 'async'
      ? compareResults(graph, comparer, lone, wide)
      : compareResults(graph, comparer, wide, lone);
  return (
    (result === 'same' || result === 'promisified') &&
    wide.parameters.every(
      ({ optional, rest }, index) => optional || rest || index < lone.parameters.length,
    ) &&
    lone.parameters.every(({ type, optional }, index) => {
      const other = wide.parameters[index];
      return (
        other !== undefined &&
        (other.optional || !optional) &&
        session.checker.isTypeAssignableTo(session.checker.getNonNullableType(type) ?? type, other.type)
      );
    })
  );
};

/** A member that can be called either way is compared by its promises: the callbacks say the same again. */
const promisesFirst = (graph: TypeGraph, shapes: readonly Shape[]): readonly Shape[] => {
  const direct = shapes.filter(({ style }) => style === 'direct');
  const gives = direct.some(({ result }) => result !== null && graph.promised(result) !== null);
  return gives ? direct : shapes;
};

/**
 * Compares how a member is called on either side. Each overload is held against the one in its place, then against the
 * others, and what is left over against what is left over.
 */
export const compareCalls = (
  context: CallContext,
  syncs: readonly SignatureShape[],
  asyncs: readonly SignatureShape[],
): CallComparison => {
  const { graph, comparer } = context;
  const syncShapes = syncs.map((each) => asyncShape(graph, each));
  // A sync side that takes a callback itself is compared as it stands: the callback is its subject and not its colour.
  const byCallback = syncShapes.some((shape) => shape.style === 'callback');
  // Beside promises it is the colour after all: both sides are asynchronous, each in its way.
  const toPromises =
    byCallback &&
    asyncs.some(({ result }) => graph.promised(result) !== null) &&
    syncs.every(({ result }) => graph.promised(result) === null);
  const direct = byCallback && !toPromises;
  const sameResult = (one: Shape, other: Shape): boolean =>
    one.result === null || other.result === null
      ? one.result === other.result
      : comparer.same(one.result, other.result) || graph.text(one.result) === graph.text(other.result);
  const left = toPromises ? foldCallbacks(graph, syncShapes, sameResult) : syncs.map(directShape);
  const isPlain = syncs.every(({ typeParameters }) => typeParameters.length === 0);
  const right = direct
    ? asyncs.map(directShape)
    : foldCallbacks(
        graph,
        promisesFirst(
          graph,
          asyncs.map((each) => asyncShape(graph, each, isPlain)),
        ),
        sameResult,
      );
  const partner = new Map<Shape, SignatureComparison>();
  const taken = new Set<Shape>();
  const [wideLeft, wideRight] = [left, right].map((own) => widened(graph, own, sameResult));
  const settle = (sync: Shape, async: Shape | undefined): boolean => {
    if (async === undefined || taken.has(async)) return false;
    const [wideSync, wideAsync] = [wideLeft?.get(sync), wideRight?.get(async)];
    const comparison = [
      [sync, async] as const,
      ...(wideSync === undefined ? [] : [[wideSync, async] as const]),
      ...(wideAsync === undefined ? [] : [[sync, wideAsync] as const]),
    ]
      .map(([one, other]) => compareShapes(context, one, other))
      .find(isInStep);
    if (comparison === undefined) return false;
    partner.set(sync, comparison);
    taken.add(async);
    return true;
  };
  for (const [index, sync] of left.entries()) settle(sync, right[index]);
  const open = left.filter((shape) => !partner.has(shape));
  if (open.length <= SEARCHED) for (const sync of open) right.some((async) => settle(sync, async));
  const places = left.flatMap((sync) => {
    const found = partner.get(sync);
    return found === undefined ? [] : [right.findIndex((shape) => shape.signature === found.async)];
  });
  const rest = pairRest(
    context,
    left.filter((shape) => !partner.has(shape)),
    right.filter((shape) => !taken.has(shape)),
  );
  const lone = {
    syncOnly: rest.syncs.filter((shape) => !right.some((other) => covers(context, other, shape, 'async'))),
    asyncOnly: rest.asyncs.filter((shape) => !left.some((other) => covers(context, other, shape, 'sync'))),
  };
  return {
    signatures: [...partner.values(), ...rest.comparisons],
    syncOnly: lone.syncOnly.map((shape) => shape.signature),
    asyncOnly: lone.asyncOnly.map((shape) => shape.signature),
    callbacks: toPromises,
    reordered: places.some((place, index) => index > 0 && place < (places[index - 1] ?? -1)),
  };
};
