import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { firstLine } from './first-line.ts';
import type { HistoryRecord } from './history-record.ts';
import { historySchema } from './history-schema.ts';

/** A line of a history that is no record. It is skipped. */
export interface HistoryFault {
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong with it, in one sentence. */
  readonly message: string;
}

/** What a history file holds. */
export interface History {
  /** The oldest first; of several with one date, in the order of the file. */
  readonly records: readonly HistoryRecord[];
  readonly faults: readonly HistoryFault[];
}

const parseLine = (text: string): HistoryRecord | string => {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(text)) return 'It is left over from a merge conflict.';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `It is not JSON: ${firstLine(error)}`;
  }
  const parsed = v.safeParse(historySchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  return `It is not a record: ${where === null ? '' : `'${where}': `}${firstLine(issue.message)}`;
};

/**
 * Reads the text of a history. A line that is no record is skipped and reported; a line that stands there twice, as a merge
 * of two branches leaves it, counts once.
 */
export const parseHistory = (text: string): History => {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  const seen = new Set<string>();
  const records: HistoryRecord[] = [];
  const faults: HistoryFault[] = [];
  for (const each of lines) {
    if (each.text === '' || seen.has(each.text)) continue;
    seen.add(each.text);
    const parsed = parseLine(each.text);
    if (typeof parsed === 'string') faults.push({ line: each.line, message: parsed });
    else records.push(parsed);
  }
  // ISO dates in UTC sort as text; the sort is stable.
  return {
    records: records.toSorted((one, two) => Number(one.date > two.date) - Number(one.date < two.date)),
    faults,
  };
};

/**
 * Reads a history file; one that does not exist is an empty history.
 *
 * @throws {Error} the file exists and cannot be read.
 */
export const readHistory = (file: string): History =>
  existsSync(file) ? parseHistory(readFileSync(file, 'utf8')) : { records: [], faults: [] };
