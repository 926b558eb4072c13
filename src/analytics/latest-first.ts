import type { RunRecord } from '../../types/run-history.ts';

/** The order of records: the run that was started last first. Ids ascend with time, within a millisecond too. */
export const latestFirst = (one: RunRecord, other: RunRecord): number =>
  other.startedAt - one.startedAt || (other.id < one.id ? -1 : 1);
