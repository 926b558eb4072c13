import type { Side } from '../report-model.ts';
import { compareResults } from './compare-result.ts';
import type { CallContext } from './compare-shapes.ts';
import type { SignatureComparison } from './comparison.ts';
import type { Shape } from './shape.ts';
import { distance } from './signature-distance.ts';

/** Above this many overloads that drifted, each is held against the one in its place and no other. */
const WEIGHED = 12;

/** What it costs to hold a shorter overload against a longer one when the other side takes its calls anyway. */
const COVERED = 5;

const lacks = ({ missing }: SignatureComparison): boolean => missing.sync.length + missing.async.length > 0;

/** Overloads of either side. */
interface Overloads {
  readonly syncs: readonly Shape[];
  readonly asyncs: readonly Shape[];
}

/**
 * Signatures that have no partner, paired with the least distant; what one side has more stays alone. `settled` are those
 * that have one, `readings` the ways in which two can be held against each other, at least one.
 */
export const pairRest = (
  context: CallContext,
  { syncs, asyncs }: Overloads,
  settled: Overloads,
  readings: (sync: Shape, async: Shape) => readonly SignatureComparison[],
): Overloads & { readonly comparisons: readonly SignatureComparison[] } => {
  const surplus = syncs.length - asyncs.length;
  // What the other side covers anyway is what stays alone, so that the drift is shown on what it does not.
  const isCovered = (sync: Shape, async: Shape): boolean =>
    (surplus > 0 && asyncs.some((other) => covers(context, other, sync, 'async'))) ||
    (surplus < 0 && syncs.some((other) => covers(context, other, async, 'sync')));
  // Nor is one that is not lost, as such an overload takes its calls, held against one that takes something else.
  const isSettled = (sync: Shape, async: Shape, { parameters }: SignatureComparison): boolean =>
    parameters.some(({ relation }) => relation.kind === 'differs') &&
    (settled.asyncs.some((other) => covers(context, other, sync, 'async')) ||
      settled.syncs.some((other) => covers(context, other, async, 'sync')));
  const searched = Math.max(syncs.length, asyncs.length) <= WEIGHED;
  const candidates = syncs.flatMap((sync, place) =>
    asyncs
      .filter((_, index) => searched || index === place)
      .map((async) => {
        const weighed = readings(sync, async).map((comparison) => ({
          sync,
          async,
          comparison,
          distance: distance(comparison) + (lacks(comparison) && isCovered(sync, async) ? COVERED : 0),
        }));
        return weighed.reduce((least, each) => (each.distance < least.distance ? each : least));
      }),
  );
  const taken = new Set<Shape>();
  const comparisons = candidates
    .toSorted((left, right) => left.distance - right.distance)
    .filter(({ sync, async, comparison }) => {
      if (taken.has(sync) || taken.has(async) || isSettled(sync, async, comparison)) return false;
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
export const covers = (
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
