import { LockstepError } from './lockstep-error.ts';

/** The source of a code node cannot be parsed; `line` and `column` count from 1 in the source as written. */
export class CodeSyntaxError extends LockstepError {
  readonly code = 'CODE_SYNTAX';
  readonly detail: string;
  readonly line: number;
  readonly column: number;

  constructor(detail: string, line: number, column: number, source: string) {
    const text = source.split('\n')[line - 1] ?? '';
    const start = Math.max(0, column - 61);
    const gutter = `${line} | `;
    super(
      `Syntax error in the code at line ${line}, column ${column}: ${detail}\n${gutter}${text.slice(start, start + 100)}\n${' '.repeat(gutter.length + column - 1 - start)}^`,
    );
    this.detail = detail;
    this.line = line;
    this.column = column;
  }
}
