import { knownErrors } from './known-errors.ts';

type Parts = readonly never[];

const bytes = (text: string): ArrayBuffer => {
  const buffer = Buffer.from(text, 'base64');
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
};

const view = (type: new (buffer: ArrayBuffer) => object) => [
  type.name,
  (text: string): object => new type(bytes(text)),
];

const views: Readonly<Record<string, (text: string) => object>> = Object.fromEntries(
  [
    ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array],
    ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView],
  ].map(view),
);

/** How what JSON has no form for is made again; the tags are those of `encodeValue`. */
const makers: Readonly<Record<string, (...parts: Parts) => unknown>> = {
  undefined: () => undefined,
  number: (text: string) => Number(text),
  bigint: (text: string) => BigInt(text),
  bare: (entries: object) => Object.setPrototypeOf(restoreEntries(entries), null),
  object: (entries: object) => restoreEntries(entries),
  Date: (time: string) => new Date(Number(time)),
  RegExp: (source: string, flags: string) => new RegExp(source, flags),
  Map: (keys: readonly unknown[], values: readonly unknown[]) =>
    new Map(keys.map((key, index) => [restore(key), restore(values[index])])),
  Set: (items: readonly unknown[]) => new Set(items.map(restore)),
  ArrayBuffer: bytes,
  Buffer: (text: string) => Buffer.from(text, 'base64'),
  Error: (className: string, name: string, apart: object, own: object) => {
    const known = knownErrors.get(className);
    const error = new Error();
    if (known !== undefined) Object.setPrototypeOf(error, known.prototype);
    // The stack of the moment of decoding says nothing about the error.
    const hidden = { stack: `${name}`, ...restoreEntries(apart) };
    for (const [key, value] of Object.entries(hidden)) define(error, key, value, false);
    for (const [key, value] of Object.entries(restoreEntries(own))) define(error, key, value, true);
    if (error.name !== name) define(error, 'name', name, false);
    return error;
  },
  ...views,
};

// An assignment to `__proto__` would set the prototype.
const define = (holder: object, key: string, value: unknown, enumerable: boolean): unknown =>
  Object.defineProperty(holder, key, { value, writable: true, enumerable, configurable: true });

// The parsed text belongs to nobody else, so that it is restored in place.
const restoreEntries = (holder: object): object => {
  for (const [key, value] of Object.entries(holder)) {
    if (typeof value === 'object' && value !== null) define(holder, key, restore(value), true);
  }
  return holder;
};

const restore = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) || !Object.hasOwn(value, '$')) return restoreEntries(value);
  const [tag, ...parts] = (value as { readonly $: readonly [string, ...Parts] }).$;
  const maker = Object.hasOwn(makers, tag) ? makers[tag] : undefined;
  if (maker === undefined) {
    throw new TypeError(`'${tag}' is no kind of value that this version of Lockstep has stored`);
  }
  return maker(...parts);
};

/** The value that `encodeValue` has made this text of. An error has its class again if that is a standard one or one of Lockstep's. */
export const decodeValue = (text: string): unknown => restore(JSON.parse(text));
