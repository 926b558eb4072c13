import type { TypeParameterShape } from '../surface/surface.ts';
import type { TypePair } from './walk.ts';

const namesOf = (parameters: readonly TypeParameterShape[]): readonly string[] =>
  parameters.map(({ name }) => name);

/** Type parameters and those in their places on the other side, to bind them to each other. */
export const genericPairs = (
  syncs: readonly TypeParameterShape[],
  asyncs: readonly TypeParameterShape[],
): readonly TypePair[] =>
  syncs.flatMap(({ type }, index) => {
    const other = asyncs[index];
    return other === undefined ? [] : [[type, other.type] as const];
  });

/**
 * The type parameters of the async side in the order of those of the sync side that have their names; `null` where they stand
 * so already, or are called otherwise.
 */
export const reorderedGenerics = (
  syncs: readonly TypeParameterShape[],
  asyncs: readonly TypeParameterShape[],
): readonly TypeParameterShape[] | null => {
  const [names, others] = [namesOf(syncs), namesOf(asyncs)];
  if (names.join() === others.join() || names.toSorted().join() !== others.toSorted().join()) return null;
  return names.flatMap((name) => asyncs.filter((each) => each.name === name));
};

/** That they stand in another order, told by their names. */
export const orderOf = (syncs: readonly TypeParameterShape[], asyncs: readonly TypeParameterShape[]) =>
  ({ kind: 'order', sync: namesOf(syncs), async: namesOf(asyncs) }) as const;
