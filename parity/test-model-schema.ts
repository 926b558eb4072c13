import * as v from 'valibot';
import type { TestMeasurement } from './test-measurement.ts';
import type { Shortfall } from './test-shortfall.ts';

/** A whole number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `sync` or `async`. */
export const side = v.picklist(['sync', 'async']);

/** The same shape for each side. */
export const bySide = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.object({ sync: schema, async: schema });

/** The least that a `Share` may be is 0 of 0; more covered than there is cannot be. */
const share = v.pipe(
  v.object({ total: count, covered: count }),
  v.check(({ total, covered }) => covered <= total, 'more covered than there is'),
);

/** The shape of `Coverage`. */
export const coverage = v.object({ branches: share, lines: share, functions: share });

/** The shape of `Thresholds`. */
export const thresholds = v.object({
  coverage: v.number(),
  difference: v.number(),
  testRatio: v.number(),
});

/** The shape of `AreaCounts`. */
export const areaCounts = v.object({
  area: v.string(),
  shared: count,
  sync: count,
  async: count,
  // Histories of earlier versions have none.
  branches: v.optional(v.nullable(bySide(share)), null),
});

const memberCoverage = v.nullable(v.object({ called: v.boolean(), branches: share }));

/** The shape of a list of `MemberCoverages`. */
export const memberCoverages = v.array(
  v.object({ member: v.string(), sync: memberCoverage, async: memberCoverage }),
);

/** Whether a text is a moment as `Date.prototype.toISOString` writes it. */
const isMoment = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** The shape of `MeasuredAt`. */
export const measuredAt = v.object({
  date: v.pipe(v.string(), v.check(isMoment, 'not a moment in UTC such as 2026-01-31T08:00:00.000Z')),
  commit: v.nullable(v.string()),
  branch: v.nullable(v.string()),
});

const metric = v.picklist(['branches', 'lines', 'functions']);
const test = { test: v.string(), area: v.string(), file: v.string() };
const percent = v.nullable(v.number());
/** `null` for all areas together, which is what measurements of earlier versions were of. */
const ofArea = v.optional(v.nullable(v.string()), null);

const shortfall = v.variant('kind', [
  v.object({
    kind: v.literal('nothing-measured'),
    side,
    what: v.picklist(['file', 'branch', 'member', 'test', 'source map']),
  }),
  v.object({ kind: v.literal('side-not-loaded'), side, cause: v.string() }),
  v.object({ kind: v.literal('suite-hung'), side, suite: v.string(), afterMs: v.number() }),
  v.object({ kind: v.literal('test-cut-off'), side, test: v.string(), file: v.string() }),
  v.object({ kind: v.literal('file-without-tests'), file: v.string() }),
  v.object({ kind: v.literal('test-failed'), side, ...test, otherSidePassed: v.boolean() }),
  v.object({ kind: v.literal('one-sided-test'), ranOn: side, ...test }),
  v.object({
    kind: v.literal('answers-apart'),
    ...test,
    what: v.string(),
    sync: v.string(),
    async: v.string(),
  }),
  v.object({ kind: v.literal('area-empty'), area: v.string(), what: v.picklist(['test', 'source']) }),
  v.object({
    kind: v.literal('coverage-low'),
    area: ofArea,
    side,
    metric,
    percent: v.number(),
    minimum: v.number(),
  }),
  v.object({
    kind: v.literal('coverage-apart'),
    area: ofArea,
    metric,
    sync: v.number(),
    async: v.number(),
    maximum: v.number(),
  }),
  v.object({
    kind: v.literal('member-apart'),
    member: v.string(),
    sync: percent,
    async: percent,
    maximum: v.number(),
  }),
  v.object({
    kind: v.literal('tests-apart'),
    area: ofArea,
    sync: count,
    async: count,
    minimum: v.number(),
  }),
]) satisfies v.GenericSchema<unknown, Shortfall>;

const pairTests = v.object({
  name: v.string(),
  sync: v.string(),
  async: v.string(),
  sides: bySide(v.object({ passed: count, failed: count, skipped: count, coverage })),
  areas: v.array(areaCounts),
  members: memberCoverages,
  shortfalls: v.array(shortfall),
});

/** The shape of the file that `lockstep test` leaves. Unknown keys are dropped, so that a later version may add some. */
export const testMeasurementSchema = v.object({
  ...measuredAt.entries,
  version: v.literal(1),
  report: v.object({ version: v.literal(1), ok: v.boolean(), thresholds, pairs: v.array(pairTests) }),
}) satisfies v.GenericSchema<unknown, TestMeasurement>;
