import { HEADER_LINES } from './wrap-source.ts';

/** The name that the lines of a program have in stacks. */
export const CODE_FILE = 'code.js';

const POSITION = /code\.js:(\d+):(\d+)/;

/** A position in the source as written, counted from 1; undefined if it lies after the end of the source. */
export type Position = { readonly line: number; readonly column: number } | undefined;

/** The first position in a stack, put back to the source as written. */
export const positionIn = (stack: string, source: string): Position => {
  const found = POSITION.exec(stack);
  const line = Number(found?.[1] ?? HEADER_LINES + 1) - HEADER_LINES;
  if (line > source.split('\n').length) return undefined;
  return { line: Math.max(1, line), column: Number(found?.[2] ?? 1) };
};

/** A stack of the sandbox with only the frames of the program, at its lines as written. */
export const sandboxStack = (stack: string): string =>
  stack
    .split('\n')
    .filter((frame) => POSITION.test(frame))
    .map((frame) =>
      frame
        .trim()
        .replace(POSITION, (_, line, column) => `${CODE_FILE}:${Number(line) - HEADER_LINES}:${column}`),
    )
    .join('\n');
