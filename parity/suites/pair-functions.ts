import { pairMembers } from '../compare/pair-members.ts';
import { withSession } from '../compiler/session.ts';
import type { Pair, Side } from '../report-model.ts';
import { readSide } from '../surface/read-surface.ts';
import { parseSide } from '../surface/side-reference.ts';
import type { Member } from '../surface/surface.ts';

/** Where the code of a member stands, and the name that V8 gives to it. */
export interface MemberFunction {
  readonly name: string;
  /** Relative to the base, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A member that both sides have; a side is `null` where its member has no code of the project's. */
export interface PairFunctions {
  readonly member: string;
  readonly sync: MemberFunction | null;
  readonly async: MemberFunction | null;
}

const functionOf = ({ name, kind, place }: Member): MemberFunction | null => {
  if (place === null || kind === 'nested') return null;
  return { name: kind === 'accessor' ? `get ${name}` : name, file: place.file, line: place.line };
};

/** Reads which members the sides of pairs share and where their code stands, pair by pair, in the order of the sync side. */
export const pairFunctions = (
  pairs: readonly Pair[],
  cwd: string,
  tsconfig: string | undefined,
): readonly (readonly PairFunctions[])[] => {
  const opened = pairs.map(
    (pair): Record<Side, ReturnType<typeof parseSide>> => ({
      sync: parseSide(pair.sync),
      async: parseSide(pair.async),
    }),
  );
  const modules = [...new Set(opened.flatMap(({ sync, async }) => [sync.module, async.module]))];
  return withSession(modules, { cwd, tsconfig }, (session) =>
    opened.map(({ sync, async }) =>
      pairMembers(readSide(session, sync), readSide(session, async)).pairs.map((each) => ({
        member: each.name,
        sync: functionOf(each.sync),
        async: functionOf(each.async),
      })),
    ),
  );
};
