import type { Session } from '../compiler/session.ts';
import { type CompilerSymbol, ModifierFlags, type Node, SyntaxKind } from '../compiler/typescript.ts';
import type { Visibility } from './surface.ts';

type Declared = Node & {
  readonly modifierFlags?: number;
  readonly modifiers?: readonly Node[];
  readonly name?: Node;
  readonly body?: Node;
  readonly members?: readonly Node[];
  readonly questionToken?: Node;
  readonly initializer?: Node;
  readonly type?: Node;
};

/** The declarations of a symbol, in source order. */
export const declarationsOf = (session: Session, symbol: CompilerSymbol): readonly Node[] =>
  symbol.declarations.flatMap((handle) => handle.resolve(session.project) ?? []);

/** The modifiers that are written on a declaration, as flags. */
export const modifiersOf = (node: Node): number => (node as Declared).modifierFlags ?? 0;

/** Whether a declaration has a modifier. */
export const hasModifier = (node: Node, flag: ModifierFlags): boolean => (modifiersOf(node) & flag) !== 0;

/** The constructors that classes declare themselves. */
export const constructorsOf = (declarations: readonly Node[]): readonly Node[] =>
  declarations
    .flatMap((node) => (node as Declared).members ?? [])
    .filter(({ kind }) => kind === SyntaxKind.Constructor);

/** The visibility that a declaration gives its member; a `#name` is private. */
export const visibilityOf = (node: Node | undefined): Visibility => {
  if (node === undefined) return 'public';
  if ((node as Declared).name?.kind === SyntaxKind.PrivateIdentifier) return 'private';
  if (hasModifier(node, ModifierFlags.Private)) return 'private';
  return hasModifier(node, ModifierFlags.Protected) ? 'protected' : 'public';
};

/** Whether a declaration holds code, and not only a type. */
export const hasBody = (node: Node): boolean => (node as Declared).body !== undefined;

/** The initializer of a declaration. */
export const initializerOf = (node: Node): Node | undefined => (node as Declared).initializer;

/** The type that is written on a declaration. */
export const typeNodeOf = (node: Node): Node | undefined => (node as Declared).type;

/** Whether the file of a declaration only declares: nothing in it is implemented. */
export const isAmbient = (node: Node): boolean => node.getSourceFile().isDeclarationFile;
