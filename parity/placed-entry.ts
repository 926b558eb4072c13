import type { AllowEntry } from './config.ts';
import type { Finding } from './report-model.ts';

/** An allowlist entry and where it stands: the file as in `Finding.file`, the line and column as far as they are known. */
export interface PlacedEntry {
  readonly entry: AllowEntry;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Whether an entry speaks of a finding of a pair; whether it still holds is another question. */
export const covers = (entry: AllowEntry, pair: string, finding: Finding): boolean =>
  entry.pair === pair &&
  entry.member === finding.member &&
  entry.check === finding.check &&
  (entry.side === undefined || entry.side === finding.side);

/** Whether the last day of an entry is over; `today` is `YYYY-MM-DD`. */
export const isExpired = (entry: AllowEntry, today: string): boolean =>
  entry.expires !== undefined && entry.expires < today;

/** Whether nobody has said why the entry is right. */
export const isUnexplained = (entry: AllowEntry): boolean => entry.reason.trim() === '';
