import { types } from 'node:util';
import { UnclonableValueError } from '../errors/unclonable-value-error.ts';
import { MAX_DEPTH } from './limits.ts';
import { pathText } from './path-text.ts';

/** Whether an object is a literal, made by `Object.create(null)` or parsed from JSON, in whatever realm. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const classNameOf = (value: object): string => {
  const type: unknown = Object.getPrototypeOf(value)?.constructor;
  return typeof type === 'function' && type.name !== '' ? type.name : 'an unnamed class';
};

const bytesOf = (buffer: ArrayBufferLike, offset: number, length: number): string =>
  Buffer.from(buffer, offset, length).toString('latin1');

/** Says that the values have more parts than the sandbox could hold. */
export class TooManyValues extends Error {}

/**
 * A host value as the text that the sandbox reads: `J` and JSON, or `T` and JSON with tagged values where
 * JSON alone would lose something (`undefined`, NaN, -0, bigint, Date, Map, Set, bytes, RegExp).
 *
 * Shared objects are copied once for each place they are in. Symbol keys and properties that are not
 * enumerable do not cross.
 *
 * @throws UnclonableValueError for a function, symbol, proxy, promise, class instance, circular or too deeply
 * nested value.
 * @throws TooManyValues when there are more than `mostValues` values, counted with repetition.
 */
export const encodeValue = (root: unknown, rootName: string, mostValues: number): string => {
  const path: (string | number)[] = [];
  const holders: object[] = [];
  let tagged = false;
  let count = 0;

  const tag = (...special: readonly unknown[]): unknown => {
    tagged = true;
    return { $: special };
  };
  const fail = (depth: number, reason: string, remedy: string): never => {
    throw new UnclonableValueError(pathText(rootName, path.slice(0, depth)), reason, remedy);
  };
  const read = (holder: Record<string, unknown>, key: string, depth: number): unknown => {
    try {
      return holder[key];
    } catch {
      return fail(depth, 'has a getter that throws', 'Pass its value, or leave it out.');
    }
  };

  const walk = (value: unknown, depth: number): unknown => {
    count += 1;
    if (count > mostValues) throw new TooManyValues();
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        if (Number.isFinite(value) && !Object.is(value, -0)) return value;
        return tag('number', Object.is(value, -0) ? '-0' : String(value));
      case 'undefined':
        return tag('undefined');
      case 'bigint':
        return tag('bigint', String(value));
      case 'function':
      case 'symbol':
        return fail(depth, `is a ${typeof value}`, 'Pass data, and put the logic into the code.');
      case 'object':
        return value === null ? null : walkObject(value, depth);
    }
  };

  const walkObject = (value: object, depth: number): unknown => {
    if (depth >= MAX_DEPTH) {
      const circular = new Set(holders).size < holders.length;
      return circular
        ? fail(0, 'contains itself', 'Break the circle: refer by an id instead.')
        : fail(0, `nests deeper than ${MAX_DEPTH} levels`, 'Flatten it: a list with ids instead of a chain.');
    }
    holders[depth] = value;
    holders.length = depth + 1;
    if (types.isProxy(value)) return fail(depth, 'is a Proxy', 'Pass a plain copy: { ...value }.');
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      for (let index = 0; index < value.length; index += 1) {
        path[depth] = index;
        copy.push(walk(value[index], depth + 1));
      }
      return copy;
    }
    return isPlain(value) ? walkPlain(value, depth) : walkBuiltIn(value, depth);
  };

  const walkPlain = (value: object, depth: number): unknown => {
    const copy: Record<string, unknown> = {};
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      path[depth] = key;
      const item = walk(read(holder, key, depth + 1), depth + 1);
      // An assignment to `__proto__` would set the prototype instead of a property.
      if (key === '__proto__') Object.defineProperty(copy, key, { value: item, enumerable: true });
      else copy[key] = item;
    }
    return Object.hasOwn(copy, '$') ? tag('object', copy) : copy;
  };

  const walkItem = (value: unknown, index: number, depth: number): unknown => {
    path[depth] = index;
    return walk(value, depth + 1);
  };

  const walkBuiltIn = (value: object, depth: number): unknown => {
    if (types.isDate(value)) return tag('Date', walk(value.getTime(), depth + 1));
    if (types.isRegExp(value)) return tag('RegExp', [value.source, value.flags]);
    if (types.isSet(value))
      return tag(
        'Set',
        Array.from(value, (item, index) => walkItem(item, index, depth)),
      );
    if (types.isMap(value)) {
      const pairs = Array.from(value, ([key, item], index) => [
        walkItem(key, index, depth),
        walkItem(item, index, depth),
      ]);
      return tag('Map', pairs);
    }
    if (types.isArrayBuffer(value)) return tag('ArrayBuffer', bytesOf(value, 0, value.byteLength));
    if (types.isDataView(value))
      return tag('DataView', bytesOf(value.buffer, value.byteOffset, value.byteLength));
    if (types.isTypedArray(value)) {
      return tag(value[Symbol.toStringTag], bytesOf(value.buffer, value.byteOffset, value.byteLength));
    }
    if (types.isPromise(value)) return fail(depth, 'is a promise', 'Await it first.');
    return fail(depth, `is an instance of ${classNameOf(value)}`, 'Pass its data as a plain object.');
  };

  const text = JSON.stringify(walk(root, 0));
  return tagged ? `T${text}` : `J${text}`;
};
