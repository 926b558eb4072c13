import type { Member, Surface } from '../surface/surface.ts';
import { isAsynchronous } from './is-asynchronous.ts';
import { type NamedMember, type NamedPair, type Pairing, unmarkedName } from './pair-members.ts';
import type { TypeGraph } from './type-graph.ts';

const isMarked = ({ member }: NamedMember): boolean =>
  /.Async(?=[A-Z]|$)|^async[A-Z]|^\[Symbol\.async/.test(member.name);

/**
 * What names leave over in a thing that holds both halves. `loadAsync` beside a `load` that answers at once is its other
 * half, whatever mark the rest of them bears, and so is `[Symbol.asyncIterator]` beside `[Symbol.iterator]`; `parseAsync` beside the pair `parseSync` and `parse`, which takes a callback,
 * is the same ability once more.
 */
export const withUnmarkedHalves = (
  graph: TypeGraph,
  sync: Surface,
  async: Surface,
  pairing: Pairing,
): Pairing => {
  const marked = pairing.asyncOnly.filter(isMarked);
  if (sync.symbol.id !== async.symbol.id || marked.length === 0) return pairing;
  const known = new Set(pairing.pairs.map(({ async: member }) => unmarkedName(member.name)));
  const paired = new Set(pairing.pairs.flatMap((pair) => [pair.sync.symbol.id, pair.async.symbol.id]));
  const unmarked = new Map(
    sync.members
      .filter((member) => !paired.has(member.symbol.id) && member.signatures.length > 0)
      .filter((member) => !isAsynchronous(graph, member))
      .map((member): readonly [string, Member] => [member.name, member]),
  );
  const pairs = marked.flatMap(({ name, member }): readonly NamedPair[] => {
    const half = unmarked.get(unmarkedName(member.name));
    return half === undefined ? [] : [{ name, sync: half, async: member }];
  });
  const settled = new Set(pairs.flatMap((pair) => [pair.sync.symbol.id, pair.async.symbol.id]));
  const isRepeated = (named: NamedMember): boolean =>
    isMarked(named) && known.has(unmarkedName(named.member.name));
  return {
    pairs: [...pairing.pairs, ...pairs],
    syncOnly: pairing.syncOnly.filter(({ member }) => !settled.has(member.symbol.id)),
    asyncOnly: pairing.asyncOnly.filter(
      (named) => !settled.has(named.member.symbol.id) && !isRepeated(named),
    ),
  };
};
