import { ModifierFlags, type Node, SyntaxKind } from '../compiler/typescript.ts';
import { hasModifier, initializerOf, isAmbient, typeNodeOf } from './declarations.ts';
import type { Member, Surface } from './surface.ts';

const escaped = (name: string): string => name.replace(/[$]/g, '\\$&');

/** Whether the file of a class gives it the member by assignment: in its constructor, or on its prototype. */
const isAssigned = (source: string, name: string): boolean =>
  new RegExp(
    `(?:this|prototype)(?:\\.|\\[['"])${escaped(name)}(?:['"]\\])?\\s*(?:=(?!=)|\\?\\?=|\\|\\|=)`,
  ).test(source) || /(?:prototype|this)\s*,\s*['"{]/.test(source);

/** A field that only promises a value: `declare run: …`, `run!: …`. */
const isPromise = (node: Node): boolean =>
  node.kind === SyntaxKind.PropertyDeclaration &&
  initializerOf(node) === undefined &&
  typeNodeOf(node)?.kind === SyntaxKind.FunctionType &&
  !hasModifier(node, ModifierFlags.Abstract);

/**
 * How a class declares a method that nothing in its file implements; `null` when it is implemented, or when that cannot be
 * seen: a declaration file implements nothing, and an interface need not.
 */
export const unimplemented = (surface: Surface, member: Member): string | null => {
  const own = surface.declarations.find((node) => node.kind === SyntaxKind.ClassDeclaration);
  if (surface.kind !== 'class' || own === undefined || isAmbient(own)) return null;
  if (hasModifier(own, ModifierFlags.Ambient) || member.static || member.signatures.length === 0) return null;
  if (member.declarations.length === 0) return null;
  // Only what the class itself declares: what an interface inherits may come from a mixin.
  const isMerged = member.declarations.every(
    (node) =>
      node.parent.kind === SyntaxKind.InterfaceDeclaration && surface.declarations.includes(node.parent),
  );
  if (!isMerged && !member.declarations.every(isPromise)) return null;
  if (isAssigned(own.getSourceFile().text, member.name)) return null;
  return isMerged ? 'in an interface that merges with the class' : 'as a field that is never assigned';
};
