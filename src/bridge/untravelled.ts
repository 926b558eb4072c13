import { types } from 'node:util';

/** Where in a value something stands that would be lost or changed on the way between threads. */
export interface Untravelled {
  readonly path: string;
  /** Such as `a function`. */
  readonly is: string;
}

const TRAVELLING_PROTOTYPES = new Set<unknown>([
  Object.prototype,
  null,
  Array.prototype,
  Date.prototype,
  RegExp.prototype,
  ArrayBuffer.prototype,
  ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array].map(
    prototypeOf,
  ),
  ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView, Map, Set].map(prototypeOf),
]);

function prototypeOf(type: { readonly prototype: object }): object {
  return type.prototype;
}

/** The first value that does not travel, `undefined` where all do. An instance of a class would arrive as a plain object. */
export const untravelledIn = (
  value: unknown,
  path: string,
  seen: Set<unknown> = new Set(),
): Untravelled | undefined => {
  if (typeof value === 'function' || typeof value === 'symbol') return { path, is: `a ${typeof value}` };
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (types.isProxy(value)) return { path, is: 'a proxy' };
  if (!TRAVELLING_PROTOTYPES.has(prototype)) return { path, is: `a ${nameOf(prototype)}` };
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return undefined;
  for (const [key, each] of entriesOf(value)) {
    const found = untravelledIn(each, `${path}.${key}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
};

function* entriesOf(value: object): Iterable<readonly [key: string, value: unknown]> {
  if (value instanceof Map) {
    for (const [key, each] of value) {
      yield ['keys()', key];
      yield [String(key), each];
    }
  } else if (value instanceof Set) {
    for (const each of value) yield ['values()', each];
  } else yield* Object.entries(value);
}

const nameOf = (prototype: unknown): string => {
  const maker: unknown = Reflect.get(Object(prototype), 'constructor');
  return typeof maker === 'function' && maker.name !== '' ? maker.name : 'class instance';
};
