import type { HistoryRecord, RecordedPair } from './history-record.ts';

/** Which lists of a recorded pair have ids. */
export type Identified = 'findings' | 'allowed';

const has = (pair: RecordedPair | undefined, list: Identified, id: string): boolean =>
  pair?.[list].some((each) => each.id === id) ?? false;

/**
 * Since when a finding or an allowance stands without a break, as a date of `records`: it is new again after a record that
 * lacks it. `null` when the newest record does not have it.
 */
export const standsSince = (
  records: readonly HistoryRecord[],
  pair: string,
  list: Identified,
  id: string,
): string | null => {
  const last = records.findLastIndex(
    (record) =>
      !has(
        record.pairs.find(({ name }) => name === pair),
        list,
        id,
      ),
  );
  return records[last + 1]?.date ?? null;
};

/** The whole days from one moment to a later one; 0 when it is not later. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));
