import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'checks');

/** The page of a check. */
export interface CheckPage {
  readonly id: string;
  /** The first sentence of the page, without its full stop. */
  readonly title: string;
  /** The whole page, in markdown. */
  readonly text: string;
}

const title = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() !== '' && !line.startsWith('#'))
    ?.replace(/\.(\s.*)?$/, '') ?? '';

/** The pages of all checks, by id; they lie beside the checks, `<id>.md`. */
export const checkPages = (): readonly CheckPage[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n');
      return { id: name.slice(0, -'.md'.length), title: title(text), text };
    });
