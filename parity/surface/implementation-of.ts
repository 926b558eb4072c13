import type { Node } from '../compiler/typescript.ts';
import { hasBody, initializerOf, isAmbient } from './declarations.ts';

/** A function with its code. */
export type Implementation = Node & { readonly parameters?: readonly Node[]; readonly body?: Node };

/** The code of a member; `null` where nothing is implemented, as in a declaration file. */
export const implementationOf = (declarations: readonly Node[]): Implementation | null => {
  for (const declaration of declarations) {
    if (isAmbient(declaration)) continue;
    if (hasBody(declaration)) return declaration;
    // A method that is a property, or a function that is a constant, has its code in the initializer.
    const value = initializerOf(declaration);
    if (value !== undefined && hasBody(value)) return value;
  }
  return null;
};

/** The code of a member without what does not matter: spacing, quotes, the marks of a colour. */
export const neutralCode = (declarations: readonly Node[]): string | null =>
  implementationOf(declarations)
    ?.body?.getText()
    .replace(/\s+/g, '')
    .replace(/["`]/g, "'")
    .replace(/a?sync/gi, '') ?? null;
