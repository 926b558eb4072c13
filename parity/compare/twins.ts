import { basename } from 'node:path';
import { type CompilerSymbol, SymbolFlags } from '../compiler/typescript.ts';
import { areColorTwins } from './color-names.ts';

/** Which named things are the same thing in two colours. */
export interface Twins {
  /** Whether a pair says so: the two sides of one, or two classes that two modules export under one name. */
  readonly declared: (sync: CompilerSymbol, async: CompilerSymbol) => boolean;
  /** Whether their names say so: `Cursor` and `AsyncCursor`, or one name in two places. */
  readonly byName: (sync: CompilerSymbol, async: CompilerSymbol) => boolean;
  /** Whether two texts only tell the sides apart: `'sync'` and `'async'`, or the names of the sides. */
  readonly areMarks: (sync: string, async: string) => boolean;
  /** Says that two things are a pair, by which names they may call themselves. */
  readonly declare: (sync: CompilerSymbol, async: CompilerSymbol) => void;
}

const NAMED = SymbolFlags.Class | SymbolFlags.Interface;

/** The name by which a thing may call itself; of a module, that of its file. */
const ownName = ({ name }: CompilerSymbol): string =>
  basename(name.replaceAll('"', '')).replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');

/** Opens a register of twins, empty. */
export const openTwins = (): Twins => {
  const pairs = new Set<string>();
  const names = new Set<string>(['sync:async']);
  return {
    declared: (sync, async) => pairs.has(`${sync.id}:${async.id}`),
    byName: (sync, async) =>
      (sync.flags & NAMED) !== 0 &&
      (async.flags & NAMED) !== 0 &&
      (sync.name === async.name || areColorTwins(sync.name, async.name)),
    areMarks: (sync, async) => names.has(`${sync}:${async}`) || areColorTwins(sync, async),
    declare: (sync, async) => {
      pairs.add(`${sync.id}:${async.id}`);
      names.add(`${ownName(sync)}:${ownName(async)}`);
    },
  };
};
