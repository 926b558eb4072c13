type Special = readonly [name: string, payload: never];

const bytesFrom = (text: string): ArrayBuffer => {
  const bytes = new Uint8Array(text.length);
  bytes.set(Buffer.from(text, 'latin1'));
  return bytes.buffer;
};

const view =
  (type: new (buffer: ArrayBuffer) => unknown) =>
  (text: string): unknown =>
    new type(bytesFrom(text));

/** How each tagged value is made again; the tags are those of {@link encodeValue} and the boot source. */
const restorers: Readonly<Record<string, (payload: never) => unknown>> = {
  undefined: () => undefined,
  number: Number,
  bigint: (text: string) => BigInt(text),
  object: (entries: object) => restoreEntries(entries),
  Date: (time: unknown) => new Date(Number(restore(time))),
  RegExp: ([source, flags]: readonly [string, string]) => new RegExp(source, flags),
  Map: (pairs: readonly (readonly [unknown, unknown])[]) =>
    new Map(pairs.map(([key, item]) => [restore(key), restore(item)])),
  Set: (items: readonly unknown[]) => new Set(items.map(restore)),
  ArrayBuffer: bytesFrom,
  DataView: view(DataView),
  Int8Array: view(Int8Array),
  Uint8Array: view(Uint8Array),
  Uint8ClampedArray: view(Uint8ClampedArray),
  Int16Array: view(Int16Array),
  Uint16Array: view(Uint16Array),
  Int32Array: view(Int32Array),
  Uint32Array: view(Uint32Array),
  Float32Array: view(Float32Array),
  Float64Array: view(Float64Array),
  BigInt64Array: view(BigInt64Array),
  BigUint64Array: view(BigUint64Array),
};

// The parsed text belongs to nobody else, so it is restored in place. `defineProperty` and not an assignment:
// a key may be `__proto__`.
const restoreEntries = (holder: object): object => {
  for (const [key, value] of Object.entries(holder)) {
    if (typeof value !== 'object' || value === null) continue;
    Object.defineProperty(holder, key, {
      value: restore(value),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return holder;
};

const restore = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) || !Object.hasOwn(value, '$')) return restoreEntries(value);
  const [name, payload] = (value as { readonly $: Special }).$;
  const restorer = Object.hasOwn(restorers, name) ? restorers[name] : undefined;
  if (restorer === undefined) throw new TypeError(`Unknown tag '${name}' in a text from the sandbox`);
  return restorer(payload);
};

/** The value of a text that the sandbox's `encode` has made. */
export const decodeValue = (text: string): unknown =>
  text.startsWith('T') ? restore(JSON.parse(text.slice(1))) : JSON.parse(text);
