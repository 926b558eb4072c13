import { type CompilerSymbol, SymbolFlags } from '../compiler/typescript.ts';
import { areColorTwins } from './color-names.ts';

/** Which named things are the same thing in two colours. */
export interface Twins {
  /** Whether a pair says so: the two sides of one, or two classes that two modules export under one name. */
  readonly declared: (sync: CompilerSymbol, async: CompilerSymbol) => boolean;
  /** Whether their names say so: `Cursor` and `AsyncCursor`, or one name in two places. */
  readonly byName: (sync: CompilerSymbol, async: CompilerSymbol) => boolean;
  /** Says that two things are a pair. */
  readonly declare: (sync: CompilerSymbol, async: CompilerSymbol) => void;
}

const NAMED = SymbolFlags.Class | SymbolFlags.Interface;

/** Opens a register of twins, empty. */
export const openTwins = (): Twins => {
  const pairs = new Set<string>();
  return {
    declared: (sync, async) => pairs.has(`${sync.id}:${async.id}`),
    byName: (sync, async) =>
      (sync.flags & NAMED) !== 0 &&
      (async.flags & NAMED) !== 0 &&
      (sync.name === async.name || areColorTwins(sync.name, async.name)),
    declare: (sync, async) => void pairs.add(`${sync.id}:${async.id}`),
  };
};
