import type { HistoryRecord } from './history-record.ts';

/**
 * The records of one branch, by default that of the newest record: what a branch drifts and mends says nothing of how long
 * a finding stands on another.
 */
export const ofBranch = (
  records: readonly HistoryRecord[],
  branch: string | null = records.at(-1)?.branch ?? null,
): readonly HistoryRecord[] => records.filter((record) => record.branch === branch);
