import { describeValue } from '../errors/describe-value.ts';
import { isPlainObject } from './plain-object.ts';

/** A value that JSON does not know stands somewhere in data; `path` says where. */
export class NoJsonValue extends Error {
  constructor(path: string, problem: string) {
    super(`${path} ${problem}.`);
  }
}

/**
 * A deep copy of JSON values (`undefined` counts as `null`) whose objects have the given prototype: with `null`, a key such
 * as `constructor` finds nothing that is not an entry.
 *
 * @throws {NoJsonValue} something in it is no JSON value
 */
export const jsonCopy = (value: unknown, prototype: object | null, path: string): unknown =>
  copy(value, prototype, path, new Set());

const copy = (value: unknown, prototype: object | null, path: string, above: Set<unknown>): unknown => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
  if (!Array.isArray(value) && !isPlainObject(value)) {
    const remedy = typeof value === 'bigint' ? ': give it as text' : '';
    throw new NoJsonValue(path, `is ${describeValue(value)}, and only JSON values are allowed${remedy}`);
  }
  if (above.has(value)) throw new NoJsonValue(path, 'contains itself');
  above.add(value);
  const target: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : Object.create(prototype);
  for (const key of Object.keys(value)) {
    const entry = copy(Reflect.get(value, key), prototype, `${path}.${key}`, above);
    // To assign `__proto__` would set the prototype.
    Object.defineProperty(target, key, {
      value: entry,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  above.delete(value);
  return target;
};
