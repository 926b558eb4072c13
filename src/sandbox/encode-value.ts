import { types } from 'node:util';
import { UnclonableValueError } from '../errors/unclonable-value-error.ts';
import { MAX_DEPTH } from './limits.ts';
import { pathText } from './path-text.ts';

/** Says that the values have more parts than the sandbox could hold. */
export class TooManyValues extends Error {}

/** Where a walk is: the keys and objects on the way to the current value, and what it has met so far. */
type Walk = {
  readonly rootName: string;
  readonly path: (string | number)[];
  readonly holders: object[];
  valuesLeft: number;
  tagged: boolean;
};

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

const tag = (walk: Walk, ...special: readonly unknown[]): unknown => {
  walk.tagged = true;
  return { $: special };
};

const fail = (walk: Walk, depth: number, reason: string, remedy: string): never => {
  throw new UnclonableValueError(pathText(walk.rootName, walk.path.slice(0, depth)), reason, remedy);
};

const encodeNumber = (walk: Walk, value: number): unknown =>
  Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : tag(walk, 'number', Object.is(value, -0) ? '-0' : String(value));

const encode = (walk: Walk, value: unknown, depth: number): unknown => {
  walk.valuesLeft -= 1;
  if (walk.valuesLeft < 0) throw new TooManyValues();
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return encodeNumber(walk, value);
    case 'undefined':
      return tag(walk, 'undefined');
    case 'bigint':
      return tag(walk, 'bigint', String(value));
    case 'function':
    case 'symbol':
      return fail(walk, depth, `is a ${typeof value}`, 'Pass data, and put the logic into the code.');
    case 'object':
      return value === null ? null : encodeObject(walk, value, depth);
  }
};

const encodeObject = (walk: Walk, value: object, depth: number): unknown => {
  if (depth >= MAX_DEPTH) return failTooDeep(walk);
  walk.holders[depth] = value;
  walk.holders.length = depth + 1;
  if (types.isProxy(value)) return fail(walk, depth, 'is a Proxy', 'Pass a plain copy: { ...value }.');
  if (Array.isArray(value)) return encodeItems(walk, value, depth);
  return isPlain(value) ? encodePlain(walk, value, depth) : encodeBuiltIn(walk, value, depth);
};

// A circle is only told from a chain here, where it ends: looking at each step would cost every value.
const failTooDeep = (walk: Walk): never =>
  new Set(walk.holders).size < walk.holders.length
    ? fail(walk, 0, 'contains itself', 'Break the circle: refer by an id instead.')
    : fail(
        walk,
        0,
        `nests deeper than ${MAX_DEPTH} levels`,
        'Flatten it: a list with ids instead of a chain.',
      );

const encodeAt = (walk: Walk, key: string | number, value: unknown, depth: number): unknown => {
  walk.path[depth] = key;
  return encode(walk, value, depth + 1);
};

const encodeItems = (walk: Walk, items: readonly unknown[], depth: number): unknown => {
  const copy: unknown[] = [];
  // By index and not by `map`, which would leave holes out: a hole arrives as undefined.
  for (let index = 0; index < items.length; index += 1) copy.push(encodeAt(walk, index, items[index], depth));
  return copy;
};

const encodePlain = (walk: Walk, value: object, depth: number): unknown => {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = encodeAt(walk, key, read(walk, value, key, depth), depth);
    // An assignment to `__proto__` would set the prototype instead of a property.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: item, enumerable: true });
    else copy[key] = item;
  }
  return Object.hasOwn(copy, '$') ? tag(walk, 'object', copy) : copy;
};

const read = (walk: Walk, holder: object, key: string, depth: number): unknown => {
  try {
    return holder[key as keyof typeof holder];
  } catch {
    walk.path[depth] = key;
    return fail(walk, depth + 1, 'has a getter that throws', 'Pass its value, or leave it out.');
  }
};

const encodeBuiltIn = (walk: Walk, value: object, depth: number): unknown => {
  if (types.isDate(value)) return tag(walk, 'Date', encodeNumber(walk, value.getTime()));
  if (types.isRegExp(value)) return tag(walk, 'RegExp', [value.source, value.flags]);
  if (types.isSet(value)) {
    return tag(
      walk,
      'Set',
      Array.from(value, (item, index) => encodeAt(walk, index, item, depth)),
    );
  }
  if (types.isMap(value)) {
    const pairs = Array.from(value, ([key, item], index) => [
      encodeAt(walk, index, key, depth),
      encodeAt(walk, index, item, depth),
    ]);
    return tag(walk, 'Map', pairs);
  }
  if (types.isArrayBuffer(value)) return tag(walk, 'ArrayBuffer', bytesOf(value, 0, value.byteLength));
  if (types.isDataView(value)) {
    return tag(walk, 'DataView', bytesOf(value.buffer, value.byteOffset, value.byteLength));
  }
  if (types.isTypedArray(value)) {
    return tag(walk, value[Symbol.toStringTag], bytesOf(value.buffer, value.byteOffset, value.byteLength));
  }
  if (types.isPromise(value)) return fail(walk, depth, 'is a promise', 'Await it first.');
  return fail(walk, depth, `is an instance of ${classNameOf(value)}`, 'Pass its data as a plain object.');
};

/**
 * A host value as the text that the sandbox reads: JSON, or `T` and JSON with tagged values where JSON alone
 * would lose something (`undefined`, NaN, -0, bigint, Date, Map, Set, bytes, RegExp).
 *
 * Shared objects are copied once for each place they are in. Symbol keys and properties that are not
 * enumerable do not cross.
 *
 * @throws UnclonableValueError for a function, symbol, proxy, promise, class instance, circular or too deeply
 * nested value.
 * @throws TooManyValues when there are more than `mostValues` values, counted with repetition.
 */
export const encodeValue = (root: unknown, rootName: string, mostValues: number): string => {
  const walk: Walk = { rootName, path: [], holders: [], valuesLeft: mostValues, tagged: false };
  const text = JSON.stringify(encode(walk, root, 0));
  return walk.tagged ? `T${text}` : text;
};
