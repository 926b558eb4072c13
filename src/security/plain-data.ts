import { types } from 'node:util';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

/**
 * A frozen deep copy of JSON data that runs no code of its owner's: no getter, no trap of a proxy, no `toJSON`.
 *
 * @throws {InvalidOptionError} something in it is no plain data
 */
export const plainData = (value: unknown, path: string, above: Set<unknown> = new Set()): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
    return value;
  if (types.isProxy(value)) throw refusal(path, value, 'it is a proxy');
  if (!Array.isArray(value) && !isPlainObject(value)) throw refusal(path, value, 'it is no JSON value');
  if (above.has(value)) throw refusal(path, value, 'it contains itself');
  above.add(value);
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, { value: entry, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (Array.isArray(value) && key === 'length') continue;
    if (get !== undefined || set !== undefined)
      throw refusal(`${path}.${key}`, '[accessor]', 'it is an accessor');
    if (key === '__proto__') throw refusal(`${path}.${key}`, entry, 'that name is not allowed');
    copy[key] = plainData(entry, `${path}.${key}`, above);
  }
  above.delete(value);
  if (!Array.isArray(value)) return Object.freeze(copy);
  const list = Object.values(copy);
  if (list.length !== value.length)
    throw refusal(path, value, 'its list has holes, or entries besides its items');
  return Object.freeze(list);
};

const refusal = (path: string, value: unknown, problem: string): InvalidOptionError =>
  new InvalidOptionError(
    path,
    types.isProxy(value) ? '[proxy]' : value,
    `${value === undefined ? 'Leave it out, or give' : `${problem}. Give`} plain data: strings, finite numbers, booleans, null, lists and plain objects.`,
  );
