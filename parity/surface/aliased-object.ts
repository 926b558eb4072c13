import type { Session } from '../compiler/session.ts';
import { type CompilerSymbol, SymbolFlags, type Type, TypeFlags } from '../compiler/typescript.ts';

/**
 * The type of the object that an alias names, `type Store = { … }`, be there a namespace of that name or not; `null` for an
 * alias of a choice among things, whose methods have no signature in common that can be relied on, for one beside a constant,
 * which a side names rather, and for what is no alias.
 */
export const aliasedObject = ({ checker }: Session, symbol: CompilerSymbol): Type | null => {
  const { flags } = symbol;
  if ((flags & SymbolFlags.TypeAlias) === 0) return null;
  if ((flags & SymbolFlags.Value & ~SymbolFlags.ValueModule) !== 0) return null;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  return (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0 ? type : null;
};
