import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Session } from '../compiler/session.ts';
import { type CompilerSymbol, ObjectFlags, SymbolFlags, type Type } from '../compiler/typescript.ts';
import { UnknownExportError } from '../errors/unknown-export-error.ts';
import { UnresolvedModuleError } from '../errors/unresolved-module-error.ts';
import { aliasedObject } from './aliased-object.ts';
import type { SideReference } from './side-reference.ts';

/** What an alias (`export { x } from …`, `export =`) stands for. */
export const target = (session: Session, symbol: CompilerSymbol): CompilerSymbol =>
  (symbol.flags & SymbolFlags.Alias) === 0 ? symbol : session.checker.getAliasedSymbol(symbol);

/** What a CommonJS module assigns to `module.exports` as a whole; `undefined` for any other. */
export const exportEquals = (session: Session, module: CompilerSymbol): CompilerSymbol | undefined => {
  const found = [...module.getExports().values()].find((symbol) => symbol.name === 'export=');
  return found === undefined ? undefined : target(session, found);
};

/** What is assigned to properties of `module.exports` beside the whole, of which the compiler keeps but the whole. */
const assignedExports = (module: CompilerSymbol): readonly CompilerSymbol[] => {
  const exported = [...module.getExports().values()];
  const isWhole = ({ name }: CompilerSymbol): boolean => name === 'export=';
  return exported.some(isWhole) ? exported.filter((symbol) => !isWhole(symbol)) : [];
};

const hasObject = (type: Type | undefined, flag: ObjectFlags): type is Type =>
  type?.isObjectType() === true && (type.objectFlags & flag) !== 0;

/** Whether a symbol only holds others. A class may hold some as well, and a function is found among them as a call. */
const isBag = ({ flags }: CompilerSymbol): boolean =>
  (flags & SymbolFlags.Module) !== 0 && (flags & SymbolFlags.Class) === 0;

/**
 * What a module exports by name: where one value is assigned to `module.exports`, also the properties of that, which a
 * namespace of its types may hide.
 */
export const exportsOf = (session: Session, module: CompilerSymbol): readonly CompilerSymbol[] => {
  const { checker } = session;
  const assigned = assignedExports(module);
  const others = new Set(assigned.map(({ name }) => name));
  const exported = [
    ...checker.getExportsOfModule(module).filter(({ name }) => !others.has(name)),
    ...assigned,
  ];
  const whole = exportEquals(session, module) ?? module;
  if ((whole.flags & SymbolFlags.Class) !== 0) {
    // What such a class inherits is exported by another module.
    const own = new Set([...[...whole.getExports().values()].map(({ name }) => name), ...others]);
    return exported.filter(({ name }) => own.has(name));
  }
  if ((whole.flags & SymbolFlags.Value & ~SymbolFlags.ValueModule) === 0) return exported;
  const type = checker.getTypeOfSymbol(whole);
  const names = new Set(exported.map(({ name }) => name));
  const own = type === undefined ? [] : checker.getPropertiesOfType(type);
  return [...exported, ...own.filter(({ name }) => !names.has(name))];
};

const membersByName = (session: Session, symbol: CompilerSymbol): readonly CompilerSymbol[] => {
  if ((symbol.flags & SymbolFlags.Module) !== 0) return exportsOf(session, symbol);
  const isType = (symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface)) !== 0;
  const type = isType
    ? session.checker.getDeclaredTypeOfSymbol(symbol)
    : (aliasedObject(session, symbol) ?? session.checker.getTypeOfSymbol(symbol));
  return type === undefined ? [] : session.checker.getPropertiesOfType(type);
};

/** The class that a value is: `module.exports = { Store }` holds it in a property, `const Store = class { … }` in a constant. */
const classOf = (session: Session, symbol: CompilerSymbol): CompilerSymbol => {
  if ((symbol.flags & (SymbolFlags.Property | SymbolFlags.Variable)) === 0) return symbol;
  const type = session.checker.getTypeOfSymbol(symbol);
  const held = hasObject(type, ObjectFlags.Anonymous) ? type?.getSymbol() : undefined;
  return held !== undefined && (held.flags & SymbolFlags.Class) !== 0 ? held : symbol;
};

/**
 * The module that a side names without a name in it, where that assigns a class to `module.exports`; `undefined` for any
 * other side.
 */
export const moduleOfClass = (session: Session, side: SideReference): CompilerSymbol | undefined => {
  const module = side.path.length === 0 ? session.moduleSymbol(side.module) : undefined;
  const whole = module === undefined ? undefined : exportEquals(session, module);
  return whole !== undefined && (whole.flags & SymbolFlags.Class) !== 0 ? module : undefined;
};

/**
 * Follows a side from its module to the thing that it names.
 *
 * @throws {UnresolvedModuleError} when the compiler does not find the module.
 * @throws {UnknownExportError} when a name is not there.
 */
export const resolveSide = (session: Session, side: SideReference): CompilerSymbol => {
  const module = session.moduleSymbol(side.module);
  if (module === undefined) {
    const found = statSync(resolve(session.cwd, side.module), { throwIfNoEntry: false });
    const onDisk = found === undefined ? 'nothing' : found.isDirectory() ? 'folder' : 'file';
    throw new UnresolvedModuleError(side.module, onDisk);
  }
  const whole = exportEquals(session, module);
  if (side.path.length === 0) {
    // A CommonJS module is what it assigns to `module.exports`, unless that is but one of its exports, or only a bag of them.
    const isFunction = whole !== undefined && (whole.flags & SymbolFlags.Class) === 0;
    const isOneOfMany = isFunction && assignedExports(module).length > 0;
    return whole === undefined || isBag(whole) || isOneOfMany ? module : whole;
  }
  const found = side.path.reduce((owner, name, index) => {
    if (index === 0 && name === 'default' && whole !== undefined) return whole;
    const known = membersByName(session, owner);
    const found = known.find((symbol) => symbol.name === name);
    if (found === undefined) {
      const names = known.map((symbol) => symbol.name).filter((each) => /^[\w$]+$/.test(each));
      throw new UnknownExportError(side.text, name, names);
    }
    return target(session, found);
  }, module);
  return classOf(session, found);
};
