import * as v from 'valibot';

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const string = v.string('a text');
const text = v.pipe(string, v.nonEmpty('a text that is not empty'));

const pair = v.strictObject({ name: text, sync: text, async: text }, 'an object');

const allowEntry = v.strictObject(
  {
    pair: text,
    member: string,
    check: text,
    side: v.optional(v.picklist(['sync', 'async'], "'sync' or 'async'")),
    reason: v.optional(string, ''),
    expires: v.optional(v.pipe(string, v.check(isDay, "a day such as '2027-01-31'"))),
  },
  'an object',
);

const allow = v.array(allowEntry, 'a list of entries');

const paths = v.array(text, 'a list of paths');

const pathsBySide = v.strictObject({ sync: v.optional(paths), async: v.optional(paths) }, 'an object');

const day = v.pipe(string, v.check(isDay, "a day such as '2027-01-31'"));

const exemption = v.strictObject({ pair: text, reason: text, expires: v.optional(day) }, 'an object');

const suites = v.strictObject(
  {
    pair: text,
    shared: paths,
    sync: v.optional(paths),
    async: v.optional(paths),
    sources: v.optional(pathsBySide),
    cover: v.optional(pathsBySide),
  },
  'an object',
);

const texts = v.array(text, 'a list of texts');

const area = v.strictObject(
  { title: text, files: v.optional(texts), tests: v.optional(texts), sources: v.optional(texts) },
  'an object',
);

const between = (least: number, most: number) => {
  const wanted = `a number from ${least} to ${most}`;
  return v.pipe(v.number(wanted), v.minValue(least, wanted), v.maxValue(most, wanted));
};

const thresholds = v.strictObject(
  {
    coverage: v.optional(between(0, 100)),
    difference: v.optional(between(0, 100)),
    testRatio: v.optional(between(0, 1)),
  },
  'an object',
);

/** The shape of a config. The reason of an entry may be missing here, as that is a finding and not a wrong config. */
export const configSchema = v.strictObject(
  {
    pairs: v.array(pair, 'a list of pairs'),
    allow: v.optional(allow),
    baseline: v.optional(text),
    tsconfig: v.optional(text),
    suites: v.optional(v.array(suites, 'a list of suites')),
    areas: v.optional(v.array(area, 'a list of areas')),
    exempt: v.optional(v.array(exemption, 'a list of exemptions')),
    thresholds: v.optional(thresholds),
    testTimeoutMs: v.optional(between(1, 3_600_000)),
  },
  'an object',
);

/** The shape of a baseline file. */
export const baselineSchema = v.strictObject({ version: v.literal(1, '1'), allow }, 'an object');

/** The keys that an object in a config or baseline may have; `''` is the file itself. */
export const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configSchema.entries),
  pairs: Object.keys(pair.entries),
  allow: Object.keys(allowEntry.entries),
  suites: Object.keys(suites.entries),
  areas: Object.keys(area.entries),
  exempt: Object.keys(exemption.entries),
  thresholds: Object.keys(thresholds.entries),
};
