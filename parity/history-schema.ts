import * as v from 'valibot';
import type { HistoryRecord } from './history-record.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const side = v.picklist(['sync', 'async']);
const bySide = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.object({ sync: schema, async: schema });

/** Whether a text is a moment as `Date.prototype.toISOString` writes it. */
const isMoment = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

const share = v.object({ total: count, covered: count });
const coverage = v.object({ branches: share, lines: share, functions: share });

const measuredAt = v.object({
  date: v.pipe(v.string(), v.check(isMoment, 'not a moment in UTC such as 2026-01-31T08:00:00.000Z')),
  commit: v.nullable(v.string()),
  branch: v.nullable(v.string()),
});

const identified = { id: v.string(), check: v.string(), member: v.string(), side };

const tests = v.object({
  ok: v.boolean(),
  thresholds: v.object({ coverage: v.number(), difference: v.number(), testRatio: v.number() }),
  coverage: bySide(coverage),
  passed: bySide(count),
  failed: bySide(count),
  areas: v.array(v.object({ area: v.string(), shared: count, sync: count, async: count })),
  shortfalls: v.array(v.string()),
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
