/** One error of a compiler. */
export interface Diagnosis {
  /** The name of the file, without its folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** `TS2416` and the like. */
  readonly code: string;
  /** The message with all its indented lines. */
  readonly text: string;
}

const HEADLINE = /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<text>.*)$/s;

/** Reads what `tsc --pretty false` prints. Lines that belong to no file are errors without a place. */
export const readDiagnoses = (output: string): readonly Diagnosis[] =>
  output.split(/\n(?! )/).flatMap((message) => {
    const groups = HEADLINE.exec(message)?.groups;
    if (!groups) return message.startsWith('error') ? [{ ...NOWHERE, text: message }] : [];
    const { file = '', line, column, code = '', text = '' } = groups;
    return [{ file: file.split('/').at(-1) ?? '', line: Number(line), column: Number(column), code, text }];
  });

const NOWHERE: Diagnosis = { file: '', line: 0, column: 0, code: '', text: '' };

/** The 1-based line and column of an offset into a text. */
export const placeOf = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
