import type { JsonValue } from '../../types/json.ts';

/** What stands for a value that is not to be stored. */
const REDACTED = '[redacted]';

/**
 * A copy of a value as JSON, without the values of some keys; what JSON cannot hold is named rather than refused, since an audit must
 * not end a run for the shape of its data.
 *
 * @param redacted - keys in lower case
 */
export const recordable = (
  value: unknown,
  redacted: ReadonlySet<string>,
  above: readonly object[] = [],
): JsonValue => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object') return `[${typeof value}]`;
  if (above.includes(value)) return '[circular]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  const path = [...above, value];
  // `map` would leave the holes of a list, which are text in no JSON.
  if (Array.isArray(value)) return Array.from(value, (each) => recordable(each, redacted, path));
  const named = value instanceof Error ? { ...value, name: value.name, message: value.message } : value;
  return Object.fromEntries(
    Object.entries(named)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [
        key,
        redacted.has(key.toLowerCase()) ? REDACTED : recordable(member, redacted, path),
      ]),
  );
};
