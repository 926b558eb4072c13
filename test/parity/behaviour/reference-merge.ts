import { isDeepStrictEqual } from 'node:util';
import { MergeInputError } from '../../../src/index.ts';
import type { MergeDescription } from './description.ts';
import { isPlainObject } from './plain-object.ts';
import type { RuleBook } from './rules.ts';

type Entry = readonly [name: string, value: unknown];
type Rows = Readonly<Record<string, unknown>>[];

const concat = (values: readonly unknown[], book: RuleBook): unknown[] =>
  values.flatMap((value) =>
    Array.isArray(value) && book.holds('merge: concat joins lists') ? (value as unknown[]) : [value],
  );

const zip = (values: readonly unknown[], book: RuleBook): unknown[] => {
  const lists = values.map((value): unknown[] => (Array.isArray(value) ? value : [value]));
  if (lists.length === 0) return [];
  const lengths = lists.map((list) => list.length);
  const length = book.holds('merge: zip is as long as the shortest')
    ? Math.min(...lengths)
    : Math.max(...lengths);
  return Array.from({ length }, (_, index) => lists.map((list) => list[index]));
};

const mergeObjects = (id: string, entries: readonly Entry[], book: RuleBook): unknown => {
  let merged: Readonly<Record<string, unknown>> = {};
  for (const [name, value] of entries) {
    if (!isPlainObject(value)) throw new MergeInputError(id, name, value, 'plain objects');
    merged = book.holds('merge: mergeDict, later entries win')
      ? { ...merged, ...value }
      : { ...value, ...merged };
  }
  return merged;
};

const mergeRows = (id: string, key: string, entries: readonly Entry[], book: RuleBook): unknown => {
  const merged: Rows = [];
  for (const [name, value] of entries) {
    const wanted = `lists of objects that have '${key}'`;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const row of list) {
      if (!isPlainObject(row) || !Object.hasOwn(row, key)) throw new MergeInputError(id, name, row, wanted);
      const known = merged.findIndex((each) => isDeepStrictEqual(each[key], row[key]));
      if (known >= 0 && book.holds('merge: mergeDict by key updates in place')) {
        merged[known] = { ...merged[known], ...row };
      } else merged.push(row);
    }
  }
  return merged;
};

/**
 * What a merge gives at its port `merged`.
 *
 * @throws MergeInputError where `mergeDict` is given something else than objects
 */
export const runMerge = (
  { id, mergeType, key, skipNull }: MergeDescription,
  inputs: ReadonlyMap<string, unknown>,
  book: RuleBook,
): unknown => {
  const entries = [...inputs];
  const present = entries.filter(([, value]) => value !== null && value !== undefined);
  const skipping = skipNull && present.length < entries.length && book.holds('merge: skipNull');
  const taken = (skipping ? present : entries).map(([, value]) => value);
  if (mergeType === 'concat') return concat(taken, book);
  if (mergeType === 'zip') return zip(taken, book);
  const passes = present.length < entries.length && book.holds('merge: mergeDict passes over null');
  const rows = passes ? present : entries;
  return key === undefined ? mergeObjects(id, rows, book) : mergeRows(id, key, rows, book);
};
