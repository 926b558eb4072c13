import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import * as v from 'valibot';
import { configFault } from './config-fault.ts';
import { baselineSchema } from './config-schema.ts';
import { firstLine } from './first-line.ts';
import type { PlacedEntry } from './placed-entry.ts';
import { WrongCall } from './wrong-call.ts';

/** Where each entry of the list `allow` starts. JSON is YAML, and the YAML parser keeps the places. */
const entryPlaces = async (
  text: string,
): Promise<readonly { readonly line: number; readonly column: number }[]> => {
  // Loaded here because most projects have no baseline, and the parser is a large part of the start-up.
  const { LineCounter, isMap, isSeq, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter });
  const list = isMap(contents) ? contents.get('allow', true) : null;
  if (!isSeq(list)) return [];
  return list.items.map((item) => {
    const { line, col } = lineCounter.linePos(isMap(item) ? (item.range?.[0] ?? 0) : 0);
    return { line, column: col };
  });
};

const parse = (text: string, shown: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongCall(
      `${shown} is not JSON: ${firstLine(error)} Mend it, or remove it and run 'lockstep check --update-baseline'.`,
      {
        cause: error,
      },
    );
  }
};

const readText = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new WrongCall(`${file} cannot be read: ${firstLine(error)}`, { cause: error });
  }
};

/**
 * The entries of a baseline file, none when there is no such file.
 *
 * @throws {WrongCall} when it is not JSON, or its shape is wrong.
 */
export const readBaseline = async (file: string, cwd: string): Promise<readonly PlacedEntry[]> => {
  const text = readText(file);
  if (text === null) return [];
  const shown = (relative(cwd, file) || file).replaceAll('\\', '/');
  const parsed = v.safeParse(baselineSchema, parse(text, shown));
  if (!parsed.success) throw new WrongCall(configFault(parsed.issues, shown));
  const places = await entryPlaces(text);
  return parsed.output.allow.map((entry, index) => ({
    entry,
    file: shown,
    line: places[index]?.line ?? null,
    column: places[index]?.column ?? null,
  }));
};
