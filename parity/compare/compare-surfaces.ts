import { surfaceOf, surfaceOfType } from '../surface/read-surface.ts';
import { isPublic, type Surface, type TypeParameterShape } from '../surface/surface.ts';
import { compareCalls } from './compare-calls.ts';
import { compareMember } from './compare-member.ts';
import { compareGenerics } from './compare-shapes.ts';
import type { GenericRelation, MemberComparison, SurfaceComparison } from './comparison.ts';
import type { ComparisonContext } from './comparison-context.ts';
import { genericPairs, orderOf } from './generic-pairs.ts';
import { isAsynchronous } from './is-asynchronous.ts';
import { loneMembers, withoutThen } from './lone-members.ts';
import { matchGenerics } from './match-generics.ts';
import { nestedSymbols, nestedTypes } from './nested-surfaces.ts';
import { pairMembers } from './pair-members.ts';
import { withUnmarkedHalves } from './unmarked-halves.ts';

const isGeneric = ({ kind }: Surface): boolean => kind === 'class' || kind === 'interface';

/** How type parameters stand to each other that are matched in an order; in it they may be the same, and their own another. */
const relationOf = (
  { comparer }: ComparisonContext,
  sync: Surface,
  async: Surface,
  matched: readonly TypeParameterShape[],
): GenericRelation => {
  const relation = compareGenerics(comparer, sync, { typeParameters: matched });
  return relation.kind === 'same' && matched !== async.typeParameters
    ? orderOf(sync.typeParameters, async.typeParameters)
    : relation;
};

/** Compares two surfaces and every pair of surfaces nested in them; the outermost comes first. */
export const compareSurfaces = (
  context: ComparisonContext,
  sync: Surface,
  async: Surface,
  prefix = '',
  visited: Set<string> = new Set(),
): readonly SurfaceComparison[] => {
  const { twins, comparer, session, graph } = context;
  visited.add(`${sync.symbol.id}:${async.symbol.id}`);
  const matched = withUnmarkedHalves(context.graph, sync, async, pairMembers(sync, async));
  // What no caller sees on either side is a matter of each: a connection here, a pool of them there.
  const pairing = {
    ...matched,
    pairs: matched.pairs.filter((pair) => isPublic(pair.sync) || isPublic(pair.async)),
  };
  const nested = pairing.pairs.flatMap((pair) => {
    const symbols = nestedSymbols(pair);
    return symbols === null ? [] : [{ pair, symbols }];
  });
  twins.declare(sync.symbol, async.symbol);
  for (const { symbols } of nested) twins.declare(...symbols);
  const compareMembers = (): readonly MemberComparison[] =>
    pairing.pairs.map((pair) => compareMember(context, pair, prefix));
  const typeParameters = matchGenerics(comparer, sync, async, compareMembers);
  const marked = sync.reference.pattern !== null && sync.reference.pattern !== '*';
  const asyncMarked = async.reference.pattern !== null && async.reference.pattern !== '*';
  return comparer.bound(genericPairs(sync.typeParameters, typeParameters), () => {
    const members = compareMembers();
    const own: SurfaceComparison = {
      prefix,
      sync,
      async,
      members,
      syncOnly: loneMembers(pairing.syncOnly, async, prefix, () => !asyncMarked),
      asyncOnly: loneMembers(
        withoutThen(pairing.asyncOnly),
        sync,
        prefix,
        (member) => !marked || isAsynchronous(graph, member),
      ),
      constructors: compareCalls(context, sync.constructors, async.constructors),
      generics:
        isGeneric(sync) && isGeneric(async)
          ? relationOf(context, sync, async, typeParameters)
          : { kind: 'same' },
    };
    const deeper = nested
      .filter(({ symbols: [left, right] }) => !visited.has(`${left.id}:${right.id}`))
      .flatMap(({ pair, symbols: [left, right] }) =>
        compareSurfaces(
          context,
          surfaceOf(session, left, { ...sync.reference, pattern: null }),
          surfaceOf(session, right, { ...async.reference, pattern: null }),
          `${prefix}${pair.name}.`,
          visited,
        ),
      );
    const inProperties = pairing.pairs.flatMap((pair) => {
      const types = nestedTypes(context, pair);
      if (types === null) return [];
      const [left, right] = [surfaceOfType(session, types[0], sync), surfaceOfType(session, types[1], async)];
      if (visited.has(`${left.symbol.id}:${right.symbol.id}`)) return [];
      return compareSurfaces(context, left, right, `${prefix}${pair.name}.`, visited);
    });
    const opened = new Set(inProperties.map((each) => each.prefix));
    // What an object in a property drifts is reported on its own members, not on the property once more.
    const settled = members.map((member) =>
      opened.has(`${member.name}.`) ? { ...member, value: 'same' as const } : member,
    );
    return [{ ...own, members: settled }, ...deeper, ...inProperties];
  });
};
