import { CALL } from '../surface/read-surface.ts';
import { sharedName } from '../surface/side-reference.ts';
import type { Member, Surface } from '../surface/surface.ts';
import { colorlessName } from './color-names.ts';

/** A member of each side under one name. */
export interface NamedPair {
  readonly name: string;
  readonly sync: Member;
  readonly async: Member;
}

/** A member of one side, under its shared name. */
export interface NamedMember {
  readonly name: string;
  readonly member: Member;
}

/** The members of two surfaces, matched by name. */
export interface Pairing {
  readonly pairs: readonly NamedPair[];
  readonly syncOnly: readonly NamedMember[];
  readonly asyncOnly: readonly NamedMember[];
}

const key = ({ name, member }: NamedMember): string => `${member.static ? 'static ' : ''}${name}`;

/** The members that a side's pattern selects, each under its shared name; without a pattern, all of them. */
const selected = (surface: Surface, pattern: string | null): readonly NamedMember[] =>
  surface.members.flatMap((member) => {
    const name = pattern === null || pattern === '*' ? member.name : sharedName(pattern, member.name);
    return name === null ? [] : [{ name, member }];
  });

const idsOf = (members: readonly NamedMember[]): ReadonlySet<number> =>
  new Set(members.map(({ member }) => member.symbol.id));

const without = (own: readonly NamedMember[], ids: ReadonlySet<number>): readonly NamedMember[] =>
  own.filter(({ member }) => !ids.has(member.symbol.id));

/** Whether a surface holds both halves: `read` and `readSync`. */
const isMixed = (members: readonly NamedMember[]): boolean => {
  const names = new Set(members.map(({ name }) => name));
  return members.some(({ name }) => /.Sync$/.test(name) && names.has(name.slice(0, -'Sync'.length)));
};

const QUESTION = /^(?:is|has|can|uses?|should|supports?)A?[sS]ync$/;

/** Whether a member that has no other half asks for a colour, as `isAsync` does: it is no half of anything. */
const isQuestion = ({ member }: NamedMember): boolean => QUESTION.test(member.name);

/** The well-known symbols in two colours: `[Symbol.iterator]` and `[Symbol.asyncIterator]`. */
const colorlessSymbol = (name: string): string =>
  name.replace(/^\[Symbol\.async(\w)/, (_, first: string) => `[Symbol.${first.toLowerCase()}`);

/** The name of a member without the marks of its colour; `''` where it is nothing else. */
export const unmarkedName = (name: string): string => {
  if (name.startsWith('[')) return colorlessSymbol(name);
  // The colours themselves as names: `glob.sync` beside `glob.async`.
  return /^a?sync$/.test(name) ? '' : colorlessName(name);
};

/** Takes the pairs that share a name out of two lists. */
const match = (
  syncs: readonly NamedMember[],
  asyncs: readonly NamedMember[],
  nameOf: (named: NamedMember) => string,
): Pairing => {
  const byName = new Map(asyncs.map((named) => [nameOf(named), named]));
  const taken = new Set<NamedMember>();
  const pairs: NamedPair[] = [];
  const syncOnly = syncs.filter((sync) => {
    const found = byName.get(nameOf(sync));
    if (found === undefined || taken.has(found)) return true;
    taken.add(found);
    pairs.push({ name: sync.name, sync: sync.member, async: found.member });
    return false;
  });
  return { pairs, syncOnly, asyncOnly: asyncs.filter((each) => !taken.has(each)) };
};

/** What the two patterns of a pair leave to compare. */
interface Halves {
  readonly syncs: readonly NamedMember[];
  readonly asyncs: readonly NamedMember[];
}

const halves = (sync: Surface, async: Surface): Halves => {
  const syncs = selected(sync, sync.reference.pattern);
  const asyncs = selected(async, async.reference.pattern);
  if (sync.symbol.id !== async.symbol.id) {
    const mixed = sync.reference.pattern === null && async.reference.pattern === null && isMixed(syncs);
    return mixed && !isMixed(asyncs) ? { syncs: selected(sync, '*Sync'), asyncs } : { syncs, asyncs };
  }
  // In one object a `*` stands for what the other half does not name.
  const marked = (own: readonly NamedMember[], pattern: string | null) =>
    pattern === null || pattern === '*' ? new Set<number>() : idsOf(own);
  return {
    syncs: without(syncs, marked(asyncs, async.reference.pattern)),
    asyncs: without(asyncs, marked(syncs, sync.reference.pattern)),
  };
};

/** The mark of the sync side inside a name, or a name that is nothing else. */
const INNER_MARK = /Sync(?=[A-Z])|^sync$/;

/** The members that a pattern left out and whose names are marked all the same, inside. */
const unselected = (surface: Surface, taken: readonly NamedMember[]): readonly NamedMember[] => {
  if (surface.reference.pattern === null) return [];
  const marked = surface.members
    .filter(({ kind, name }) => kind === 'method' && INNER_MARK.test(name))
    .map((member) => ({ name: member.name, member }));
  return without(marked, idsOf(taken));
};

/** A function that a pair names is called; what else hangs on it, as other functions do on a default export, is not meant. */
const calledOnly = (both: Halves, sync: Surface, async: Surface): Halves => {
  const call = ({ member }: NamedMember): boolean => member.name === CALL;
  if (!both.syncs.some(call) || !both.asyncs.some(call)) {
    // A module that can be called holds what it exports as well: that is what a side without a call is compared with.
    const callable = (own: readonly NamedMember[], { kind }: Surface): readonly NamedMember[] =>
      kind === 'module' ? own.filter((named) => !call(named)) : own;
    return { syncs: callable(both.syncs, sync), asyncs: callable(both.asyncs, async) };
  }
  const names = new Set(both.syncs.map(key));
  const name = async.reference.path.at(-1) ?? 'default';
  const shown = (named: NamedMember): NamedMember =>
    call(named) ? { ...named, name: name === 'default' ? async.reference.module : name } : named;
  const shared = both.asyncs.filter((named) => names.has(key(named)));
  const sharedNames = new Set(shared.map(key));
  return {
    syncs: both.syncs.filter((named) => sharedNames.has(key(named))).map(shown),
    asyncs: shared.map(shown),
  };
};

/**
 * Matches the members of two surfaces: by their shared names, then, for what is left over, by the marks that colour
 * leaves on names (`readSync` and `read`, `Store` and `AsyncStore`, `[Symbol.iterator]` and `[Symbol.asyncIterator]`).
 */
export const pairMembers = (sync: Surface, async: Surface): Pairing => {
  const { syncs, asyncs } = calledOnly(halves(sync, async), sync, async);
  const exact = match(syncs, asyncs, key);
  const byMark = match(
    exact.syncOnly,
    exact.asyncOnly,
    (named) => `${named.member.static ? 'static ' : ''}${unmarkedName(named.name)}`,
  );
  // `validateSyncAt` does not follow `*Sync`, and is still the other half of `validateAt`.
  const others = unselected(sync, syncs);
  const inner = match(others, without(byMark.asyncOnly, idsOf(others)), (named) => unmarkedName(named.name));
  const names = new Set(exact.pairs.map(({ name }) => name));
  return {
    pairs: [
      ...exact.pairs,
      ...byMark.pairs,
      ...inner.pairs.map((pair) => ({ ...pair, name: pair.async.name })),
    ],
    syncOnly: byMark.syncOnly.filter((each) => !isQuestion(each)),
    // An asynchronous iterator beside a synchronous one is the same ability once more.
    asyncOnly: inner.asyncOnly.filter(
      (each) =>
        !isQuestion(each) && !(each.name.startsWith('[Symbol.') && names.has(colorlessSymbol(each.name))),
    ),
  };
};
