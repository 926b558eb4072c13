import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnosis } from './diagnosis.ts';

/** The folder of the corpus. */
export const CORPUS = join(import.meta.dirname, 'corpus');

/** One file of the corpus: a pair that is in step, or one that drifts on the lines that say so. */
export interface CorpusCase {
  /** The name of the file, with `.ts`. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly drifts: readonly ExpectedDrift[];
}

/** What a comment `// drift: words` asks for: an error on its line, whose text holds the words. */
export interface ExpectedDrift {
  readonly line: number;
  readonly words: string;
}

/** The cases of the corpus, by name. */
export const readCorpus = (): readonly CorpusCase[] =>
  readdirSync(CORPUS)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const path = join(CORPUS, file);
      const text = readFileSync(path, 'utf8');
      return { file, path, text, drifts: driftsOf(text) };
    });

const driftsOf = (text: string): readonly ExpectedDrift[] =>
  text.split('\n').flatMap((line, index) => {
    const words = /\/\/ drift: (.+)$/.exec(line)?.[1];
    return words === undefined ? [] : [{ line: index + 1, words }];
  });

/** Where a compiler's verdict is not the one that the cases ask for, in words; empty if it is. */
export const disagreements = (
  cases: readonly CorpusCase[],
  diagnoses: readonly Diagnosis[],
): readonly string[] => [
  ...cases.flatMap(({ file, drifts }) =>
    drifts
      .filter(
        ({ line, words }) => !diagnoses.some((one) => isAt(one, file, line) && one.text.includes(words)),
      )
      .map(({ line, words }) => `${file}:${line} drifts unseen, or in other words than: ${words}`),
  ),
  ...diagnoses
    .filter((one) => !cases.some(({ file, drifts }) => drifts.some(({ line }) => isAt(one, file, line))))
    .map(({ file, line, text }) => `${file}:${line} is in step and was refused: ${text}`),
];

const isAt = (diagnosis: Diagnosis, file: string, line: number): boolean =>
  diagnosis.file === file && diagnosis.line === line;
