import { MAX_DEPTH } from './limits.ts';

/**
 * What runs in a new context before any program: freezes every object a program could reach, so that no call
 * leaves anything for the next one, and evaluates to the array `[run, finish, describe]`.
 *
 * After the freeze this code may use the built-ins as they are: nobody can change them any more.
 */
export const BOOT_SOURCE = `(() => {
'use strict';

// A collected object's callback would run in a later call, and a weak reference would show the collector.
for (const name of ['FinalizationRegistry', 'WeakRef', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];

// A frozen prototype refuses assignments to inheriting objects ("override mistake"): for the names that
// programs do assign, an accessor defines the property on the receiver instead.
const allowOverride = (prototype, names) => {
  for (const name of names) {
    const own = Reflect.getOwnPropertyDescriptor(prototype, name);
    if (own === undefined || !own.configurable || !('value' in own)) continue;
    const { value } = own;
    Reflect.defineProperty(prototype, name, {
      get: () => value,
      set(next) {
        if (this === prototype) throw new TypeError("Cannot assign to '" + String(name) + "': built-ins are frozen");
        Reflect.defineProperty(this, name, { value: next, writable: true, enumerable: true, configurable: true });
      },
      enumerable: false,
      configurable: false,
    });
  }
};
allowOverride(Object.prototype, Reflect.ownKeys(Object.prototype));
allowOverride(Function.prototype, ['toString', 'constructor', 'name']);
for (const type of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, InternalError, AggregateError]) {
  allowOverride(type.prototype, ['name', 'message', 'toString', 'constructor']);
}
for (const type of [Date, Map, Set, WeakMap, WeakSet, RegExp, Number, String, Boolean, BigInt, Symbol]) {
  allowOverride(type.prototype, ['toString', 'valueOf', 'toJSON', 'constructor']);
}
allowOverride(Array.prototype, ['toString']);

const reachable = [
  globalThis,
  (function* () {})(), (async () => {}), (async function* () {})(),
  [].values(), [].values().map((value) => value), new Map().values(), new Set().values(), ''[Symbol.iterator](),
  'a'.matchAll(/a/g), Iterator.from({ next() {} }),
];
const seen = new Set();
while (reachable.length > 0) {
  const object = reachable.pop();
  if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) continue;
  seen.add(object);
  reachable.push(Reflect.getPrototypeOf(object));
  for (const key of Reflect.ownKeys(object)) {
    const own = Reflect.getOwnPropertyDescriptor(object, key);
    reachable.push(own.value, own.get, own.set);
  }
  Object.freeze(object);
}

class BorderProblem {
  constructor(path, reason) {
    this.path = path;
    this.reason = reason;
  }
}
const MAX_DEPTH = ${MAX_DEPTH};
const bytesOf = (view) => {
  let text = '';
  for (let start = 0; start < view.length; start += 4096) text += String.fromCharCode.apply(null, view.subarray(start, start + 4096));
  return text;
};
const bytesFrom = (text) => {
  const view = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) view[index] = text.charCodeAt(index);
  return view;
};
const VIEWS = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView };
const VIEW_PROTOTYPE = Reflect.getPrototypeOf(Int8Array.prototype);
const viewName = Reflect.getOwnPropertyDescriptor(VIEW_PROTOTYPE, Symbol.toStringTag).get;
// Only the real thing passes: \`Object.create(Date.prototype)\` has no date inside.
const brand = (probe) => (value) => {
  try {
    probe.call(value);
    return true;
  } catch {
    return false;
  }
};
const getter = (prototype, key) => Reflect.getOwnPropertyDescriptor(prototype, key).get;
const isDate = brand(Date.prototype.getTime);
const isMap = brand(getter(Map.prototype, 'size'));
const isSet = brand(getter(Set.prototype, 'size'));
const isBuffer = brand(getter(ArrayBuffer.prototype, 'byteLength'));
const nameOf = (object) => {
  const type = object.constructor;
  return typeof type === 'function' && typeof type.name === 'string' && type.name !== '' ? type.name : 'an unnamed class';
};

// The walk's state is shared by all calls, which never overlap: fresh closures for each call cost more than
// the walk of a small value. The keys and objects on the way to the current value are kept in two arrays.
let path;
let holders;
let tagged;
const tag = (name, payload) => {
  tagged = true;
  return { $: payload === undefined ? [name] : [name, payload] };
};
const fail = (depth, reason) => {
  throw new BorderProblem(path.slice(0, depth), reason);
};
const walk = (value, depth) => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (value - value === 0 && (value !== 0 || 1 / value > 0)) return value;
      return tag('number', Object.is(value, -0) ? '-0' : String(value));
    case 'undefined':
      return tag('undefined');
    case 'bigint':
      return tag('bigint', String(value));
    case 'function':
    case 'symbol':
      return fail(depth, 'is a ' + typeof value);
  }
  if (value === null) return null;
  if (depth >= MAX_DEPTH) {
    return fail(0, new Set(holders).size < holders.length ? 'contains itself' : 'nests deeper than ' + MAX_DEPTH + ' levels');
  }
  holders[depth] = value;
  holders.length = depth + 1;
  if (Array.isArray(value)) {
    const copy = [];
    for (let index = 0; index < value.length; index += 1) {
      path[depth] = index;
      copy[index] = walk(value[index], depth + 1);
    }
    return copy;
  }
  const prototype = Reflect.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? walkPlain(value, depth) : walkBuiltIn(value, depth);
};
const walkPlain = (value, depth) => {
  const copy = Object.create(null);
  const keys = Object.keys(value);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    path[depth] = key;
    let item;
    try {
      item = value[key];
    } catch (error) {
      return fail(depth + 1, 'has a getter that throws');
    }
    copy[key] = walk(item, depth + 1);
  }
  return '$' in copy ? tag('object', copy) : copy;
};
const walkBuiltIn = (value, depth) => {
  if (isDate(value)) return tag('Date', walk(Date.prototype.getTime.call(value), depth + 1));
  if (value instanceof RegExp) return tag('RegExp', [String(value.source), String(value.flags)]);
  const type = isMap(value) ? Map : isSet(value) ? Set : undefined;
  if (type !== undefined) {
    const entries = [];
    type.prototype.forEach.call(value, (item, key) => {
      path[depth] = entries.length;
      entries.push(type === Set ? walk(item, depth + 1) : [walk(key, depth + 1), walk(item, depth + 1)]);
    });
    return tag(type.name, entries);
  }
  if (isBuffer(value)) return tag('ArrayBuffer', bytesOf(new Uint8Array(value)));
  if (ArrayBuffer.isView(value)) {
    const name = viewName.call(value) ?? 'DataView';
    return tag(name, bytesOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
  }
  if (value instanceof Promise) return fail(depth, 'is a promise');
  return fail(depth, 'is an instance of ' + nameOf(value));
};
const encode = (root) => {
  path = [];
  holders = [];
  tagged = false;
  const copy = walk(root, 0);
  const text = JSON.stringify(copy);
  return tagged ? 'T' + text : text;
};

const restore = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  const special = !Array.isArray(value) && Object.hasOwn(value, '$') ? value.$ : undefined;
  if (special === undefined) {
    for (const key of Object.keys(value)) {
      const item = value[key];
      if (typeof item !== 'object' || item === null) continue;
      Reflect.defineProperty(value, key, { value: restore(item), writable: true, enumerable: true, configurable: true });
    }
    return value;
  }
  const [name, payload] = special;
  switch (name) {
    case 'undefined': return undefined;
    case 'number': return Number(payload);
    case 'bigint': return BigInt(payload);
    case 'object': {
      for (const key of Object.keys(payload)) {
        Reflect.defineProperty(payload, key, { value: restore(payload[key]), writable: true, enumerable: true, configurable: true });
      }
      return payload;
    }
    case 'Date': return new Date(restore(payload));
    case 'RegExp': return new RegExp(payload[0], payload[1]);
    case 'Map': return new Map(payload.map(([key, item]) => [restore(key), restore(item)]));
    case 'Set': return new Set(payload.map(restore));
    case 'ArrayBuffer': return bytesFrom(payload).buffer;
    default: return new VIEWS[name](bytesFrom(payload).buffer);
  }
};
const decode = (text) => (text[0] === 'T' ? restore(JSON.parse(text.slice(1))) : JSON.parse(text));

const MOST_TEXT = 65536;
const textOf = (value) => {
  try {
    if (typeof value === 'object' && value !== null) return JSON.stringify(value) ?? String(value);
    return String(value);
  } catch {
    return 'a value without a text';
  }
};
const describe = (thrown) => {
  if (thrown instanceof BorderProblem) return 'C' + JSON.stringify([thrown.path, thrown.reason]);
  let name = thrown === null ? 'null' : typeof thrown;
  let message;
  let stack = '';
  try {
    if (thrown instanceof Error) {
      if (thrown instanceof InternalError) {
        if (thrown.message === 'out of memory') return 'M';
        if (thrown.message === 'stack overflow') return 'S';
      }
      name = String(thrown.name);
      stack = String(thrown.stack);
      message = String(thrown.message);
    }
  } catch {}
  message ??= textOf(thrown);
  return 'X' + JSON.stringify([message.slice(0, MOST_TEXT), name.slice(0, 200), stack.slice(0, MOST_TEXT)]);
};

let outcome;
const settle = async (promise, current) => {
  try {
    let value = await promise;
    if (value === undefined) value = await current();
    outcome = encode(value);
  } catch (error) {
    outcome = describe(error);
  }
};
const run = (program, text) => {
  outcome = 'P';
  try {
    const parts = program(decode(text));
    let value = parts[0]();
    if (value === undefined) value = parts[1]();
    if (((typeof value === 'object' && value !== null) || typeof value === 'function') && typeof value.then === 'function') {
      settle(value, parts[1]);
      return 'P';
    }
    return value === undefined ? 'U' : encode(value);
  } catch (error) {
    return describe(error);
  }
};
return [run, () => outcome, describe];
})()`;
