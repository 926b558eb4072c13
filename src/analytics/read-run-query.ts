import * as v from 'valibot';
import type { RunHistoryQuery, StoredRunQuery } from '../../types/run-history.ts';
import { readEntries } from '../nodes/read-entries.ts';

const moment = v.pipe(
  v.union([
    v.pipe(v.number(), v.finite()),
    v.pipe(
      v.date(),
      v.transform((date) => date.getTime()),
    ),
  ]),
);

const entries = {
  workflow: v.exactOptional(v.string()),
  runId: v.exactOptional(v.string()),
  status: v.exactOptional(v.picklist(['completed', 'partial', 'failed', 'cancelled'])),
  since: v.exactOptional(moment),
  until: v.exactOptional(moment),
  last: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 1_000),
};

/**
 * A query, checked and completed.
 *
 * @throws {InvalidOptionError} an entry is unknown or has a value that is not allowed
 */
export const readRunQuery = (query: RunHistoryQuery = {}): StoredRunQuery => {
  const read = readEntries(entries, query, 'query');
  return read;
};

/** Whether a record is one of a query's, but for their number. */
export const isAskedFor = (
  { workflow, runId, status, since, until }: Omit<StoredRunQuery, 'last'>,
  record: { workflow: string; runId: string; status: string; startedAt: number },
): boolean =>
  (workflow === undefined || record.workflow === workflow) &&
  (runId === undefined || record.runId === runId) &&
  (status === undefined || record.status === status) &&
  (since === undefined || record.startedAt >= since) &&
  (until === undefined || record.startedAt < until);
