import type { Type } from '../compiler/typescript.ts';
import type { SignatureShape } from '../surface/surface.ts';
import { type CallContext, compareShapes, isInStep } from './compare-shapes.ts';
import type { CallComparison, SignatureComparison } from './comparison.ts';
import { orderMatters } from './order-matters.ts';
import { covers, pairRest } from './pair-rest.ts';
import { asyncShape, directShape, foldCallbacks, type Shape, widened } from './shape.ts';
import type { TypeGraph } from './type-graph.ts';
import { unrelatedResults } from './unrelated-results.ts';

/** Above this many overloads that have no partner in their place, partners are not searched for among all others. */
const SEARCHED = 64;

/** A member that can be called either way is compared by its promises: the callbacks say the same again. */
const promisesFirst = (graph: TypeGraph, shapes: readonly Shape[]): readonly Shape[] => {
  const direct = shapes.filter(({ style }) => style === 'direct');
  const gives = direct.some(({ result }) => result !== null && graph.promised(result) !== null);
  return gives ? direct : shapes;
};

interface Placed {
  readonly shape: Shape;
  /** Where its partner stands among the overloads of the async side. */
  readonly place: number;
}

/** Whether two overloads whose order matters stand the other way round on the async side. */
const isReordered = (context: CallContext, placed: readonly Placed[]): boolean => {
  const isInOrder = placed.every(
    ({ place }, index) => index === 0 || place > (placed[index - 1]?.place ?? -1),
  );
  if (isInOrder || placed.length > SEARCHED) return !isInOrder;
  return placed.some((first, index) =>
    placed
      .slice(index + 1)
      .some((second) => second.place < first.place && orderMatters(context, first.shape, second.shape)),
  );
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
  const sameType = (one: Type | null, other: Type | null): boolean =>
    one === null || other === null
      ? one === other
      : comparer.same(one, other) || graph.text(one) === graph.text(other);
  const sameResult = (one: Shape, other: Shape): boolean =>
    sameType(one.result, other.result) &&
    one.values.length === other.values.length &&
    one.values.every(({ type }, index) => sameType(type, other.values[index]?.type ?? null));
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
  /** Two overloads side by side, as they stand and as what stands beside them lets them be read. */
  const readings = (sync: Shape, async: Shape): readonly SignatureComparison[] => {
    const [wideSync, wideAsync] = [wideLeft?.get(sync), wideRight?.get(async)];
    return [
      [sync, async] as const,
      ...(wideSync === undefined ? [] : [[wideSync, async] as const]),
      ...(wideAsync === undefined ? [] : [[sync, wideAsync] as const]),
    ].map(([one, other]) => compareShapes(context, one, other));
  };
  const settle = (sync: Shape, async: Shape | undefined): boolean => {
    if (async === undefined || taken.has(async)) return false;
    const comparison = readings(sync, async).find(isInStep);
    if (comparison === undefined) return false;
    partner.set(sync, comparison);
    taken.add(async);
    return true;
  };
  for (const [index, sync] of left.entries()) settle(sync, right[index]);
  const open = left.filter((shape) => !partner.has(shape));
  if (open.length <= SEARCHED) for (const sync of open) right.some((async) => settle(sync, async));
  const unrelated = partner.size === 0 ? unrelatedResults(context, left, right) : null;
  if (unrelated !== null) {
    return {
      signatures: [unrelated],
      syncOnly: [],
      asyncOnly: [],
      callbacks: toPromises,
      reordered: false,
    };
  }
  const placed = left.flatMap((shape) => {
    const found = partner.get(shape);
    return found === undefined
      ? []
      : [{ shape, place: right.findIndex(({ signature }) => signature === found.async) }];
  });
  const rest = pairRest(
    context,
    {
      syncs: left.filter((shape) => !partner.has(shape)),
      asyncs: right.filter((shape) => !taken.has(shape)),
    },
    { syncs: [...partner.keys()], asyncs: [...taken] },
    readings,
  );
  const lone = {
    syncOnly: rest.syncs.filter((shape) => !right.some((other) => covers(context, other, shape, 'async'))),
    asyncOnly: rest.asyncs.filter((shape) => !left.some((other) => covers(context, other, shape, 'sync'))),
  };
  const isLost = (own: readonly Shape[], name: string): boolean =>
    own.some(({ parameters }) => parameters.some((each) => each.name === name));
  // What an overload takes that is reported as lost is not to be reported as a lost parameter of another.
  const told = rest.comparisons.map((each) => ({
    ...each,
    missing: {
      sync: each.missing.sync.filter((name) => !isLost(lone.syncOnly, name)),
      async: each.missing.async.filter((name) => !isLost(lone.asyncOnly, name)),
    },
  }));
  return {
    signatures: [...partner.values(), ...told],
    syncOnly: lone.syncOnly.map((shape) => shape.signature),
    asyncOnly: lone.asyncOnly.map((shape) => shape.signature),
    callbacks: toPromises,
    reordered: isReordered(context, placed),
  };
};
