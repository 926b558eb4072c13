import { relative, sep } from 'node:path';
import type { Node, SourceFile } from '../compiler/typescript.ts';
import type { DeclarationPlace } from './surface.ts';

/** The offsets at which the lines of a text start. */
const lineStarts = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
];

const starts = new WeakMap<SourceFile, readonly number[]>();

const placeIn = (
  lines: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } => {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
};

/** Line and column, counted from 1, of an offset in UTF-16 units. */
export const lineAndColumn = (
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } => placeIn(lineStarts(text), offset);

/** A path as findings give it: relative to the working folder, with forward slashes. */
export const relativePath = (cwd: string, file: string): string => relative(cwd, file).split(sep).join('/');

type Named = Node & { readonly name?: Node };

/** Where the name of a declaration stands. */
export const placeOf = (cwd: string, declaration: Node): DeclarationPlace => {
  const source: SourceFile = declaration.getSourceFile();
  const lines = starts.get(source) ?? lineStarts(source.text);
  starts.set(source, lines);
  const name = (declaration as Named).name ?? declaration;
  return { file: relativePath(cwd, source.fileName), ...placeIn(lines, name.getStart(source)) };
};
