import { isPlainObject } from '../nodes/plain-object.ts';

/**
 * A deep, frozen copy of lists and plain objects; whatever else stands in them (functions, dates, workflows) stays the
 * same value, since it is not ours to copy or freeze.
 */
export const frozenCopy = <T>(value: T): T => copy(value, new Map()) as T;

const copy = (value: unknown, seen: Map<unknown, unknown>): unknown => {
  if (!Array.isArray(value) && !isPlainObject(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const target: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  seen.set(value, target);
  for (const key of Object.keys(value)) {
    const entry = copy((value as Readonly<Record<string, unknown>>)[key], seen);
    // To assign it would set the prototype; to define every entry would take three times as long.
    if (key === '__proto__') Object.defineProperty(target, key, { value: entry, enumerable: true });
    else (target as Record<string, unknown>)[key] = entry;
  }
  return Object.freeze(target);
};
