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

/** The shape of a config. The reason of an entry may be missing here, as that is a finding and not a wrong config. */
export const configSchema = v.strictObject(
  {
    pairs: v.array(pair, 'a list of pairs'),
    allow: v.optional(allow),
    baseline: v.optional(text),
    tsconfig: v.optional(text),
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
};
