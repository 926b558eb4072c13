import { types } from 'node:util';
import { UnstorableValueError } from '../errors/unstorable-value-error.ts';

/** What a value is on the way to a store: JSON, where `{ $: [tag, ...] }` stands for what JSON has no form for. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Walk {
  /** What the value is of, for messages. */
  readonly subject: string;
  /** The objects around the current value. */
  readonly above: Set<object>;
}

const tagged = (...parts: readonly Json[]): Json => ({ $: parts });

/**
 * A value as text that `decodeValue` makes the same value of: what JSON has, and `undefined`, bigints, all numbers, dates, regular
 * expressions, maps, sets, bytes, typed arrays and errors.
 *
 * @param subject - what the value is of, for messages: `the output of node 'a'`
 * @throws {UnstorableValueError} something in it cannot be stored: a function, an instance of a class, a value that contains itself
 */
export const encodeValue = (value: unknown, subject: string): string => {
  try {
    return JSON.stringify(encode(value, '', { subject, above: new Set() }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnstorableValueError(subject, '', 'nests too deeply', 'flatten it');
  }
};

const encode = (value: unknown, path: string, walk: Walk): Json => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : tagged('number', numberText(value));
    case 'undefined':
      return tagged('undefined');
    case 'bigint':
      return tagged('bigint', String(value));
    case 'object':
      return value === null ? null : encodeObject(value, path, walk);
    default:
      return refuse(walk, path, `is a ${typeof value}`, 'give data instead');
  }
};

const encodeObject = (value: object, path: string, walk: Walk): Json => {
  if (types.isProxy(value)) return refuse(walk, path, 'is a proxy', 'give a copy: { ...value }');
  if (walk.above.has(value)) return refuse(walk, path, 'contains itself', 'refer to it by an id');
  walk.above.add(value);
  const json = formOf(value, path, walk);
  walk.above.delete(value);
  return json;
};

const formOf = (value: object, path: string, walk: Walk): Json => {
  const list = (items: Iterable<unknown>, at: string): readonly Json[] =>
    Array.from(items, (item, index) => encode(item, `${path}${at}[${index}]`, walk));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Array.prototype) return list(value as unknown[], '');
  if (prototype === Object.prototype || prototype === null) {
    const entries = entriesOf(value, path, walk);
    if (prototype === null) return tagged('bare', entries);
    return Object.hasOwn(entries, '$') ? tagged('object', entries) : entries;
  }
  if (types.isNativeError(value)) return encodeError(value, path, walk);
  if (prototype === Date.prototype) return tagged('Date', numberText((value as Date).getTime()));
  if (prototype === RegExp.prototype) {
    const { source, flags } = value as RegExp;
    return tagged('RegExp', source, flags);
  }
  if (prototype === Map.prototype) {
    const map = value as Map<unknown, unknown>;
    return tagged('Map', list(map.keys(), '.keys()'), list(map.values(), '.values()'));
  }
  if (prototype === Set.prototype) return tagged('Set', list(value as Set<unknown>, '.values()'));
  if (prototype === ArrayBuffer.prototype) {
    return tagged('ArrayBuffer', Buffer.from(value as ArrayBuffer).toString('base64'));
  }
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return tagged(nameOf(value), Buffer.from(buffer, byteOffset, byteLength).toString('base64'));
  }
  const remedy = types.isPromise(value) ? 'await it first' : 'give its data as a plain object';
  return refuse(walk, path, `is an instance of ${nameOf(value)}`, remedy);
};

const entriesOf = (value: object, path: string, walk: Walk): { readonly [key: string]: Json } => {
  if (Object.getOwnPropertySymbols(value).length > 0) {
    refuse(walk, path, 'has a key that is a symbol', 'make it a string');
  }
  return Object.fromEntries(
    Object.keys(value).map((key) => [
      key,
      encode(readEntry(value, key, path, walk), pathTo(path, key), walk),
    ]),
  );
};

const readEntry = (value: object, key: string, path: string, walk: Walk): unknown => {
  try {
    return Reflect.get(value, key);
  } catch {
    return refuse(walk, pathTo(path, key), 'has a getter that throws', 'leave it out');
  }
};

/** What every error has, and is written by name. */
const WRITTEN_APART = ['message', 'stack', 'cause', 'errors'];

// What else an error carries and cannot be stored is left behind: the error itself matters more.
const encodeError = (error: Error, path: string, walk: Walk): Json => {
  const own: [string, Json][] = [];
  for (const key of Object.keys(error)) {
    if (WRITTEN_APART.includes(key)) continue;
    try {
      own.push([key, encode(Reflect.get(error, key), pathTo(path, key), walk)]);
    } catch (thrown) {
      if (!(thrown instanceof UnstorableValueError)) throw thrown;
    }
  }
  const apart = WRITTEN_APART.filter((key) => Object.hasOwn(error, key)).map((key): [string, Json] => [
    key,
    encodePart(Reflect.get(error, key), pathTo(path, key), walk),
  ]);
  return tagged('Error', nameOf(error), error.name, Object.fromEntries(apart), Object.fromEntries(own));
};

const encodePart = (part: unknown, path: string, walk: Walk): Json => {
  try {
    return encode(part, path, walk);
  } catch (thrown) {
    if (!(thrown instanceof UnstorableValueError)) throw thrown;
    return tagged('undefined');
  }
};

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

const pathTo = (path: string, key: string): string =>
  /^[\w$]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;

const nameOf = (value: object): string => {
  const maker: unknown = Reflect.get(value, 'constructor');
  return typeof maker === 'function' && maker.name !== '' ? maker.name : 'a class without a name';
};

const refuse = (walk: Walk, path: string, problem: string, remedy: string): never => {
  throw new UnstorableValueError(walk.subject, path, problem, remedy);
};
