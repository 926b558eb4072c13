const TIMESTAMP =
  /^(?<date>\d{4,6}-\d\d-\d\d)[ T](?<time>\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,6}))?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?$/;
const UTC = /^(?:|Z|[+-]00(?::?00)?)$/;

/**
 * A moment as ISO 8601 with the digits that the database has, three or six: `2026-01-02T03:04:05.678Z`; without `Z` where the
 * column has no zone. Anything else, such as `infinity`, is given as it is.
 */
export const decodeTimestamp = (text: string, hasZone: boolean): string => {
  const { date, time, fraction = '', zone = '' } = TIMESTAMP.exec(text)?.groups ?? {};
  if (date === undefined || time === undefined || !UTC.test(zone)) return text;
  const digits = fraction.replace(/0+$/, '').length > 3 ? fraction.padEnd(6, '0') : fraction.padEnd(3, '0');
  return `${date}T${time}.${digits.slice(0, digits.length > 3 ? 6 : 3)}${hasZone ? 'Z' : ''}`;
};

/** An integer as a number, or as a bigint where a number would not hold it exactly. */
export const decodeInteger = (value: bigint): number | bigint =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;

/** A JSON text as its value; one that is none is given as it is. */
export const decodeJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
