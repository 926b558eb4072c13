import { ToolkitError } from './toolkit-error.ts';

/** A file of a side cannot be read: a syntax error, or bytes that are not UTF-8. */
export class SyntaxFaultError extends ToolkitError {
  readonly file: string;

  constructor(file: string, line: number, column: number, fault: string) {
    super(
      `${file}:${line}:${column} cannot be read: ${fault.replace(/\.$/, '')}. Mend it, then compare again.`,
    );
    this.file = file;
  }
}
