import * as v from 'valibot';
import type { HistoryRecord } from './history-record.ts';
import {
  areaCounts,
  bySide,
  count,
  coverage,
  measuredAt,
  memberCoverages,
  side,
  thresholds,
} from './test-model-schema.ts';
import { SHORTFALL_KINDS } from './test-shortfall-text.ts';

const identified = { id: v.string(), check: v.string(), member: v.string(), side };

const tests = v.object({
  ok: v.boolean(),
  thresholds,
  coverage: bySide(coverage),
  passed: bySide(count),
  failed: bySide(count),
  areas: v.array(areaCounts),
  // Histories of earlier versions have none.
  members: v.optional(memberCoverages, []),
  shortfalls: v.array(v.object({ kind: v.picklist(SHORTFALL_KINDS), message: v.string() })),
});

const pair = v.object({
  name: v.string(),
  sync: v.string(),
  async: v.string(),
  members: v.object({ compared: count, promisified: count, same: count, oneSided: count }),
  findings: v.array(v.object({ ...identified, message: v.string() })),
  allowed: v.array(v.object({ ...identified, reason: v.string(), expires: v.nullable(v.string()) })),
  tests: v.nullable(tests),
});

/** The shape of one line of a history. Unknown keys are dropped, so that a later version may add some. */
export const historySchema = v.object({
  ...measuredAt.entries,
  version: v.literal(1),
  kind: v.picklist(['report', 'audit']),
  ok: v.boolean(),
  testsMeasured: v.nullable(measuredAt),
  pairs: v.array(pair),
}) satisfies v.GenericSchema<unknown, HistoryRecord>;
