/** What `valueAt` answers where there is nothing. */
export const MISSING: unique symbol = Symbol('missing');

/**
 * The value at a port of a record: the entry of that very name, or the value that a dotted path leads to, list indices
 * included; `MISSING` where there is none.
 *
 * @example
 * ```ts
 * valueAt({ user: { tags: ['a'] } }, 'user.tags.0'); // 'a'
 * ```
 */
export const valueAt = (record: Readonly<Record<string, unknown>>, port: string): unknown => {
  if (Object.hasOwn(record, port)) return record[port];
  if (!port.includes('.')) return MISSING;
  let value: unknown = record;
  for (const key of port.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return MISSING;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
};

/** The value at an output port, where the port `result` of an output without such an entry is the whole output. */
export const outputAt = (output: Readonly<Record<string, unknown>>, port: string): unknown => {
  const value = valueAt(output, port);
  if (value !== MISSING || (port !== 'result' && !port.startsWith('result.'))) return value;
  if (Object.hasOwn(output, 'result')) return MISSING;
  return port === 'result' ? output : valueAt(output, port.slice('result.'.length));
};

/**
 * How far a dotted path that leads to nothing gets: the part that leads to a value, and that value; `undefined` where not even its first
 * segment does.
 */
export const brokenAt = (
  output: Readonly<Record<string, unknown>>,
  port: string,
): { readonly port: string; readonly value: unknown } | undefined => {
  const segments = port.split('.');
  for (let length = segments.length - 1; length > 0; length--) {
    const part = segments.slice(0, length).join('.');
    const value = outputAt(output, part);
    if (value !== MISSING) return { port: part, value };
  }
  return undefined;
};

/** The first segment of a port that may be a dotted path. */
export const headOf = (port: string): string => {
  const dot = port.indexOf('.');
  return dot === -1 ? port : port.slice(0, dot);
};
