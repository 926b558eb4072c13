import type { Surface, TypeParameterShape } from '../surface/surface.ts';
import { isInStep } from './compare-shapes.ts';
import type { MemberComparison } from './comparison.ts';
import { genericPairs, reorderedGenerics } from './generic-pairs.ts';
import type { TypeComparer } from './type-comparer.ts';

const hasDrifted = ({ calls, value }: MemberComparison): boolean =>
  value === 'differs' || calls?.signatures.some((signatures) => !isInStep(signatures)) === true;

/**
 * The type parameters of the async class or interface in the order in which they answer those of the sync side: that of their
 * places, or of their names where fewer members have drifted by it. Members are compared for it only where the names allow both.
 */
export const matchGenerics = (
  comparer: TypeComparer,
  sync: Surface,
  async: Surface,
  compareMembers: () => readonly MemberComparison[],
): readonly TypeParameterShape[] => {
  const byPlace = async.typeParameters;
  const byName = reorderedGenerics(sync.typeParameters, byPlace);
  if (byName === null) return byPlace;
  const drifted = (matched: readonly TypeParameterShape[]): number =>
    comparer.bound(
      genericPairs(sync.typeParameters, matched),
      () => compareMembers().filter(hasDrifted).length,
    );
  return drifted(byName) < drifted(byPlace) ? byName : byPlace;
};
