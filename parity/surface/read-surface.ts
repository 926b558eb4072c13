import type { Session } from '../compiler/session.ts';
import { type CompilerSymbol, SymbolFlags, type Type } from '../compiler/typescript.ts';
import { aliasedObject } from './aliased-object.ts';
import { declarationsOf } from './declarations.ts';
import { placeOf } from './place.ts';
import { readMembers } from './read-members.ts';
import { readCalls, readConstructors, readTypeParameters } from './read-signature.ts';
import { exportEquals, exportsOf, moduleOfClass, resolveSide, target } from './resolve-side.ts';
import type { SideReference } from './side-reference.ts';
import type { Member, Surface, SurfaceKind } from './surface.ts';

const TYPE = SymbolFlags.Class | SymbolFlags.Interface;

const kindOf = (symbol: CompilerSymbol): SurfaceKind => {
  if ((symbol.flags & SymbolFlags.Class) !== 0) return 'class';
  if ((symbol.flags & SymbolFlags.Interface) !== 0) return 'interface';
  if ((symbol.flags & SymbolFlags.Function) !== 0) return 'function';
  return (symbol.flags & SymbolFlags.Module) !== 0 ? 'module' : 'object';
};

/** A namespace beside an alias holds what belongs to the thing itself, as the static members of a class do. */
const kindOfAlias = ({ flags }: CompilerSymbol): SurfaceKind =>
  (flags & SymbolFlags.Value) === 0 ? 'interface' : 'class';

/** Values, and the types that hold members: what a module shares with its users beside is no subject of parity. */
const isSubject = (symbol: CompilerSymbol): boolean =>
  symbol.name !== 'prototype' &&
  symbol.name !== 'export=' &&
  (symbol.flags & (SymbolFlags.Value | SymbolFlags.Interface)) !== 0;

/** The name of a call itself among the members of what is called. */
export const CALL = '()';

/** The call itself, as a member: a function, or an object that can be called. */
const callMember = (session: Session, symbol: CompilerSymbol, type: Type): readonly Member[] => {
  const signatures = readCalls(session, type);
  if (signatures.length === 0) return [];
  const declarations = declarationsOf(session, symbol);
  return [
    {
      name: CALL,
      static: false,
      kind: 'method',
      visibility: 'public',
      readonly: true,
      optional: false,
      setter: false,
      signatures,
      type,
      setterType: null,
      symbol,
      declarations,
      place: declarations[0] === undefined ? null : placeOf(session.cwd, declarations[0]),
    },
  ];
};

/** The index signatures of a type, as members: what is read under any name at all. */
const indexMembers = (session: Session, symbol: CompilerSymbol, type: Type): readonly Member[] =>
  session.checker.getIndexInfosOfType(type).map(({ keyType, valueType, isReadonly, declaration }): Member => {
    const node = declaration?.resolve(session.project);
    return {
      name: `[${session.checker.typeToString(keyType)}]`,
      static: false,
      kind: 'property',
      visibility: 'public',
      readonly: isReadonly,
      optional: false,
      setter: false,
      signatures: [],
      type: valueType,
      setterType: null,
      symbol,
      declarations: node === undefined ? [] : [node],
      place: node === undefined ? null : placeOf(session.cwd, node),
    };
  });

const moduleMembers = (session: Session, symbol: CompilerSymbol): readonly Member[] => {
  const exported = exportsOf(session, symbol).filter(
    (each) => isSubject(target(session, each)) && each.name !== 'default',
  );
  const whole = exportEquals(session, symbol);
  const type = whole === undefined ? undefined : session.checker.getTypeOfSymbol(whole);
  const call = whole === undefined || type === undefined ? [] : callMember(session, whole, type);
  return [...call, ...readMembers(session, exported, false)];
};

/** The type parameters of a class, an interface or an alias. */
const typeParametersOf = (type: Type): readonly Type[] =>
  type.isClassOrInterface()
    ? type.getTypeParameters()
    : type.getAliasTypeArguments().filter((argument) => argument.isTypeParameter());

/** Reads the surface of a symbol: its own members and those it inherits. */
export const surfaceOf = (session: Session, symbol: CompilerSymbol, reference: SideReference): Surface => {
  const { checker } = session;
  const aliased = aliasedObject(session, symbol);
  const kind = aliased === null ? kindOf(symbol) : kindOfAlias(symbol);
  const declarations = declarationsOf(session, symbol);
  const isType = (symbol.flags & TYPE) !== 0 || aliased !== null;
  const { any } = session;
  const valueType = kind === 'interface' ? null : (checker.getTypeOfSymbol(symbol) ?? any);
  const type = aliased ?? (isType ? checker.getDeclaredTypeOfSymbol(symbol) : (valueType ?? any));
  const parameters = isType ? typeParametersOf(type) : [];
  const typeParameters = readTypeParameters(session, parameters, declarations[0]);
  const own =
    kind === 'module'
      ? moduleMembers(session, symbol)
      : [
          ...callMember(session, symbol, type),
          ...readMembers(session, checker.getPropertiesOfType(type), false),
          ...indexMembers(session, symbol, type),
        ];
  const statics =
    kind === 'class' && valueType !== null
      ? readMembers(session, checker.getPropertiesOfType(valueType).filter(isSubject), true)
      : [];
  return {
    reference,
    name: reference.path.at(-1) ?? reference.module,
    kind,
    symbol,
    members: [...own, ...statics],
    constructors:
      kind === 'module' || kind === 'function'
        ? []
        : readConstructors(session, kind === 'class' ? (valueType ?? type) : type),
    type,
    typeParameters,
    declarations,
    place: declarations[0] === undefined ? null : placeOf(session.cwd, declarations[0]),
  };
};

/** Reads the surface of an object that a property of another surface holds. */
export const surfaceOfType = (session: Session, type: Type, owner: Surface): Surface => {
  const symbol = type.getSymbol() ?? owner.symbol;
  const declarations = declarationsOf(session, symbol);
  return {
    reference: { ...owner.reference, pattern: null },
    name: symbol.name,
    kind: kindOf(symbol),
    symbol,
    members: readMembers(session, session.checker.getPropertiesOfType(type), false),
    constructors: [],
    type,
    typeParameters: [],
    declarations,
    place: declarations[0] === undefined ? null : placeOf(session.cwd, declarations[0]),
  };
};

/**
 * Reads a side that is compared with another one: beside a module that only exports, a module that is a class is what it
 * exports as well, as `node:stream` is beside `node:stream/promises`.
 */
export const readBeside = (session: Session, own: Surface, other: Surface): Surface => {
  const module = other.kind === 'module' ? moduleOfClass(session, own.reference) : undefined;
  return module === undefined ? own : surfaceOf(session, module, own.reference);
};

/**
 * Reads the surface that a side names.
 *
 * @throws {UnresolvedModuleError} when the compiler does not find the module.
 * @throws {UnknownExportError} when a name is not there.
 */
export const readSide = (session: Session, reference: SideReference): Surface =>
  surfaceOf(session, resolveSide(session, reference), reference);
