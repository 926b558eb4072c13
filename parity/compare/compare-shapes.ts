import type { Session } from '../compiler/session.ts';
import type { SignatureShape } from '../surface/surface.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareResults } from './compare-result.ts';
import type { GenericRelation, ResultRelation, SignatureComparison } from './comparison.ts';
import { genericPairs, orderOf, reorderedGenerics } from './generic-pairs.ts';
import type { Shape } from './shape.ts';
import { distance } from './signature-distance.ts';
import type { TypeComparer } from './type-comparer.ts';
import type { TypeGraph } from './type-graph.ts';

/** What two call lists are compared with. */
export interface CallContext {
  readonly graph: TypeGraph;
  readonly comparer: TypeComparer;
  readonly session: Session;
}

const sameMaybe = (
  comparer: TypeComparer,
  sync: SignatureShape['thisType'],
  async: SignatureShape['thisType'],
): boolean => (sync === null || async === null ? sync === async : comparer.same(sync, async));

/** Compares the type parameters of two signatures, or of two interfaces; they have to be bound to each other. */
export const compareGenerics = (
  comparer: TypeComparer,
  sync: Pick<SignatureShape, 'typeParameters'>,
  async: Pick<SignatureShape, 'typeParameters'>,
): GenericRelation => {
  if (sync.typeParameters.length !== async.typeParameters.length) {
    return { kind: 'count', sync: sync.typeParameters.length, async: async.typeParameters.length };
  }
  const drifted = sync.typeParameters.find((parameter, index) => {
    const other = async.typeParameters[index];
    return (
      other !== undefined &&
      !(
        sameMaybe(comparer, parameter.constraint, other.constraint) &&
        parameter.fallback === other.fallback &&
        parameter.literal === other.literal
      )
    );
  });
  return drifted === undefined ? { kind: 'same' } : { kind: 'constraint', name: drifted.name };
};

/**
 * Two results of one type may still say different things of it. No promise can narrow what it was given, so that a predicate
 * is only held to where the result is the same on both sides.
 */
const sameSaid = (
  { says: sync }: SignatureShape,
  { says: async }: SignatureShape,
  result: ResultRelation,
): ResultRelation => {
  // What the compiler infers may be `this` as well, and a predicate: it is not written.
  if (sync === null || async === null || sync.kind === async.kind) return result;
  const isSubject =
    result === 'same' || (result === 'promisified' && (sync.kind === 'this' || async.kind === 'this'));
  return isSubject ? 'differs' : result;
};

const compareBound = ({ graph, comparer }: CallContext, sync: Shape, async: Shape): SignatureComparison => {
  const [left, right] = [sync.signature, async.signature];
  return comparer.bound(genericPairs(left.typeParameters, right.typeParameters), () => ({
    sync: left,
    async: right,
    // What a callback passes through, as `read` does its buffer, a promise need not: its type parameters are not lost.
    generics:
      async.style === 'callback' && left.typeParameters.length === 0
        ? ({ kind: 'same' } as const)
        : compareGenerics(comparer, left, right),
    sameThis: sameMaybe(comparer, left.thisType, right.thisType),
    ...compareParameters(graph, comparer, sync.parameters, async.parameters),
    result: sameSaid(left, right, compareResults(graph, comparer, sync, async)),
    results: { sync: sync.result, async: async.result },
  }));
};

/** Compares two signatures, their type parameters bound to each other by their places, or by their names if those explain more. */
export const compareShapes = (context: CallContext, sync: Shape, async: Shape): SignatureComparison => {
  const byPlace = compareBound(context, sync, async);
  const [syncs, asyncs] = [sync.signature.typeParameters, async.signature.typeParameters];
  const typeParameters = isInStep(byPlace) ? null : reorderedGenerics(syncs, asyncs);
  if (typeParameters === null) return byPlace;
  const byName = compareBound(context, sync, { ...async, signature: { ...async.signature, typeParameters } });
  if (distance(byName) >= distance(byPlace)) return byPlace;
  const generics = byName.generics.kind === 'same' ? orderOf(syncs, asyncs) : byName.generics;
  return { ...byName, async: async.signature, generics };
};

/** Whether nothing but the names of parameters can differ between two signatures. */
export const isInStep = (comparison: SignatureComparison): boolean =>
  comparison.generics.kind === 'same' &&
  comparison.sameThis &&
  comparison.missing.sync.length === 0 &&
  comparison.missing.async.length === 0 &&
  comparison.order === null &&
  comparison.parameters.every(
    ({ sync, async, relation }) =>
      relation.kind === 'same' && sync.optional === async.optional && sync.rest === async.rest,
  ) &&
  (comparison.result === 'same' || comparison.result === 'promisified');
