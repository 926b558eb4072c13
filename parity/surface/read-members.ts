import type { Session } from '../compiler/session.ts';
import {
  type CompilerSymbol,
  ModifierFlags,
  type Node,
  type Signature,
  SignatureKind,
  SymbolFlags,
  SyntaxKind,
  type Type,
  TypeFlags,
} from '../compiler/typescript.ts';
import { declarationsOf, hasModifier, typeNodeOf, visibilityOf } from './declarations.ts';
import { placeOf } from './place.ts';
import { readSignatures } from './read-signature.ts';
import { target } from './resolve-side.ts';
import type { Member, MemberKind, SignatureShape } from './surface.ts';

/** The compiler writes a well-known symbol as `__@iterator@12`, its first character not always printable. */
const displayName = (symbol: CompilerSymbol): string => {
  const known = /^[^@\w]*_*@(\w+)(@\d+)?$/.exec(symbol.name);
  return known === null ? symbol.name : `[Symbol.${known[1]}]`;
};

type SetAccessor = Node & { readonly parameters?: readonly Node[] };

const setterTypeOf = (session: Session, declarations: readonly Node[]): Type | null => {
  const setter = declarations.find((node) => node.kind === SyntaxKind.SetAccessor) as SetAccessor | undefined;
  const written = setter?.parameters?.[0] && typeNodeOf(setter.parameters[0]);
  return written ? (session.checker.getTypeAtLocation(written) ?? null) : null;
};

const isReadonly = (symbol: CompilerSymbol, declarations: readonly Node[]): boolean =>
  (symbol.flags & SymbolFlags.Accessor) === SymbolFlags.GetAccessor ||
  declarations.some((node) => hasModifier(node, ModifierFlags.Readonly));

/** A class, or a namespace that holds values: it has members of its own. */
const isNested = (symbol: CompilerSymbol): boolean =>
  (symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface)) !== 0 ||
  ((symbol.flags & SymbolFlags.ValueModule) !== 0 && (symbol.flags & SymbolFlags.Function) === 0);

const kindOf = (symbol: CompilerSymbol, callable: boolean): MemberKind => {
  if (isNested(symbol)) return 'nested';
  if (callable) return 'method';
  return (symbol.flags & SymbolFlags.Accessor) === 0 ? 'property' : 'accessor';
};

/** The type without `undefined`, which an optional member adds. */
const present = (session: Session, type: Type, optional: boolean): Type =>
  optional && (type.flags & TypeFlags.Union) !== 0
    ? (session.checker.getNonNullableType(type) ?? type)
    : type;

/**
 * Reads the members that symbols stand for. Types come in one request for all of them, and so do the parameters.
 */
export const readMembers = (
  session: Session,
  symbols: readonly CompilerSymbol[],
  isStatic: boolean,
): readonly Member[] => {
  if (symbols.length === 0) return [];
  const resolved = symbols.map((symbol) => target(session, symbol));
  const { any } = session;
  const types = session.checker.getTypeOfSymbol(resolved).map((type, index) => {
    const optional = ((resolved[index]?.flags ?? 0) & SymbolFlags.Optional) !== 0;
    return present(session, type ?? any, optional);
  });
  const calls: (readonly Signature[])[] = types.map((type, index) => {
    const symbol = resolved[index];
    // A getter that gives a function is still read, not called; what is no object cannot be called at all.
    const callable = symbol !== undefined && (symbol.flags & SymbolFlags.Accessor) === 0 && !isNested(symbol);
    const isObject = (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0;
    return callable && isObject ? session.checker.getSignaturesOfType(type, SignatureKind.Call) : [];
  });
  const shapes = readSignatures(session, calls.flat());
  let offset = 0;
  return resolved.map((symbol, index): Member => {
    const count = calls[index]?.length ?? 0;
    const signatures: readonly SignatureShape[] = shapes.slice(offset, offset + count);
    offset += count;
    const declarations = declarationsOf(session, symbol);
    return {
      name: displayName(symbols[index] ?? symbol),
      static: isStatic,
      kind: kindOf(symbol, count > 0),
      visibility: visibilityOf(declarations[0]),
      readonly: isReadonly(symbol, declarations),
      optional: (symbol.flags & SymbolFlags.Optional) !== 0,
      setter: (symbol.flags & SymbolFlags.SetAccessor) !== 0,
      signatures,
      type: types[index] ?? any,
      setterType: (symbol.flags & SymbolFlags.SetAccessor) === 0 ? null : setterTypeOf(session, declarations),
      symbol,
      declarations,
      place: declarations[0] === undefined ? null : placeOf(session.cwd, declarations[0]),
    };
  });
};
