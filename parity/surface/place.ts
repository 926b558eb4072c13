import { relative, sep } from 'node:path';
import type { Node, SourceFile } from '../compiler/typescript.ts';
import type { DeclarationPlace } from './surface.ts';

/** Line and column, counted from 1, of an offset in UTF-16 units. */
export const lineAndColumn = (
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
};

/** A path as findings give it: relative to the working folder, with forward slashes. */
export const relativePath = (cwd: string, file: string): string => relative(cwd, file).split(sep).join('/');

type Named = Node & { readonly name?: Node };

/** Where the name of a declaration stands. */
export const placeOf = (cwd: string, declaration: Node): DeclarationPlace => {
  const source: SourceFile = declaration.getSourceFile();
  const name = (declaration as Named).name ?? declaration;
  return { file: relativePath(cwd, source.fileName), ...lineAndColumn(source.text, name.getStart(source)) };
};
