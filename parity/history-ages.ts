import type { HistoryRecord } from './history-record.ts';
import { daysBetween, type Identified, standsSince } from './history-since.ts';

/** How long something stands. */
export interface Aged {
  /** The date of the first record of the unbroken run that has it. */
  readonly since: string;
  /** Whole days from then to the newest record. */
  readonly days: number;
}

/** Adds to the entries of a pair's newest record how long each stands, the oldest first. */
export const withAges = <Entry extends { readonly id: string }>(
  records: readonly HistoryRecord[],
  pair: string,
  list: Identified,
  entries: readonly Entry[],
): readonly (Entry & Aged)[] => {
  const now = records.at(-1)?.date ?? '';
  return entries
    .map((entry) => {
      const since = standsSince(records, pair, list, entry.id) ?? now;
      return { ...entry, since, days: daysBetween(since, now) };
    })
    .toSorted((one, two) => two.days - one.days);
};
