import { inspect, types } from 'node:util';
import { isPlainObject } from '../nodes/plain-object.ts';

/** What stands in place of a secret. */
export const REDACTED = '[secret]';

/** What reads the stack of an error where V8 keeps it behind an accessor, from Node.js 21 on: not a getter of somebody's own. */
const readsStack = Object.getOwnPropertyDescriptor(new Error(), 'stack')?.get;

/** Of each object that was met: whether it holds a secret, and then its copy. */
interface Pass {
  readonly forms: readonly string[];
  readonly copies: Map<object, unknown>;
}

const redactText = (text: string, forms: readonly string[]): string =>
  forms.reduce((left, form) => (left.includes(form) ? left.replaceAll(form, REDACTED) : left), text);

/**
 * A copy of a value in which each of some texts is `[secret]`, wherever it stands: in texts, keys, lists, objects, maps, sets, bytes,
 * and errors with their causes; the same value where there is none. What only shows a secret when it is asked (a getter, a proxy, `toJSON`,
 * `toString`) is asked now, and never again.
 *
 * @param forms - the texts, those that hold others first
 */
export const redactValue = (value: unknown, forms: readonly string[]): unknown => {
  if (typeof value === 'string') return redactText(value, forms);
  // First it is told whether there is anything to do, so that what is clean stays the same value.
  return holdsSecret(value, forms, new Set()) ? redacted(value, { forms, copies: new Map() }) : value;
};

const holdsSecret = (value: unknown, forms: readonly string[], seen: Set<unknown>): boolean => {
  const isSecret = (text: string): boolean => forms.some((form) => text.includes(form));
  if (typeof value === 'string') return isSecret(value);
  if (typeof value === 'number' || typeof value === 'bigint') return forms.includes(String(value));
  if (typeof value === 'symbol') return isSecret(value.description ?? '');
  if (!isObject(value) || seen.has(value)) return false;
  seen.add(value);
  // It may give something else to whoever asks next.
  if (types.isProxy(value)) return true;
  const bytes = bytesOf(value);
  if (bytes !== undefined) return redactText(bytes, forms.map(latin1)) !== bytes;
  if (value instanceof Map || value instanceof Set) {
    for (const each of value instanceof Map ? [...value.keys(), ...value.values()] : value) {
      if (holdsSecret(each, forms, seen)) return true;
    }
  }
  for (const key of Reflect.ownKeys(value)) {
    if (holdsSecret(key, forms, seen)) return true;
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    const isStack = descriptor?.get !== undefined && descriptor.get === readsStack;
    if (descriptor?.get !== undefined && !isStack && typeof value !== 'function') return true;
    if (holdsSecret(isStack ? asked(() => Reflect.get(value, key)) : descriptor?.value, forms, seen))
      return true;
  }
  return shownBy(value).some((text) => isSecret(text));
};

const redacted = (value: unknown, pass: Pass): unknown => {
  if (typeof value === 'string') return redactText(value, pass.forms);
  if (!isObject(value)) return holdsSecret(value, pass.forms, new Set()) ? REDACTED : value;
  const known = pass.copies.get(value);
  if (known !== undefined) return known;
  // Only what a look at it shows to be clean may stay; within a circle that is asked of each member anew.
  if (!holdsSecret(value, pass.forms, new Set())) return value;
  if (Array.isArray(value)) return filled(value, [], pass);
  if (value instanceof Error) return redactedError(value, pass);
  const bytes = bytesOf(value);
  if (bytes !== undefined)
    return new Uint8Array(Buffer.from(redactText(bytes, pass.forms.map(latin1)), 'latin1'));
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    pass.copies.set(value, copy);
    for (const [key, each] of value) copy.set(redacted(key, pass), redacted(each, pass));
    return copy;
  }
  if (value instanceof Set) {
    const copy = new Set<unknown>();
    pass.copies.set(value, copy);
    for (const each of value) copy.add(redacted(each, pass));
    return copy;
  }
  // Of an instance of somebody's class nobody knows where else it keeps what it has.
  return isPlainObject(value) ? filled(value, {}, pass) : REDACTED;
};

const redactedError = (error: Error, pass: Pass): Error => {
  if (error instanceof DOMException) {
    // What it says stands in slots that no copy has.
    return Object.assign(new Error(redactText(error.message, pass.forms)), { name: error.name });
  }
  const copy = new Error();
  Reflect.deleteProperty(copy, 'stack');
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
  return filled(error, copy, pass);
};

/** Fills a copy with what an object shows, every accessor as the value that it gives now. */
const filled = <T extends object>(from: object, copy: T, pass: Pass): T => {
  pass.copies.set(from, copy);
  for (const key of Reflect.ownKeys(from)) {
    if (Array.isArray(from) && key === 'length') continue;
    const { enumerable = false } = Object.getOwnPropertyDescriptor(from, key) ?? {};
    const name = typeof key === 'string' ? redactText(key, pass.forms) : key;
    if (typeof name === 'symbol' && holdsSecret(name, pass.forms, new Set())) continue;
    const value = redacted(
      asked(() => Reflect.get(from, key)),
      pass,
    );
    Object.defineProperty(copy, name, { value, enumerable, writable: true, configurable: true });
  }
  if (Array.isArray(from)) (copy as unknown as unknown[]).length = from.length;
  return copy;
};

/** What an object says of itself beyond its properties. */
const shownBy = (value: object): readonly string[] => {
  if (value instanceof Date || typeof value === 'function') return [];
  const texts: string[] = [];
  const { toJSON, toString: print } = value as { readonly toJSON?: unknown; readonly toString?: unknown };
  if (typeof toJSON === 'function') texts.push(String(asked(() => JSON.stringify(value))));
  const isUsual = print === Object.prototype.toString || print === Array.prototype.toString;
  if (typeof print === 'function' && !isUsual) texts.push(String(asked(() => String(value))));
  if (keepsToItself(value)) texts.push(String(asked(() => inspect(value, WHOLE))));
  return texts;
};

/** What `inspect` is not to shorten: a cut or a new line would part a secret. */
const WHOLE = { breakLength: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null };

/** Whether an object may have what stands in no property of it, as `Headers` and promises have; `inspect` shows much of that. */
const keepsToItself = (value: object): boolean =>
  !isPlainObject(value) && !Array.isArray(value) && !(value instanceof Error);

const asked = (ask: () => unknown): unknown => {
  try {
    return ask();
  } catch {
    // What does not answer shows nothing.
    return undefined;
  }
};

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const latin1 = (form: string): string => Buffer.from(form).toString('latin1');

const bytesOf = (value: object): string | undefined => {
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  }
  return types.isAnyArrayBuffer(value) ? Buffer.from(value).toString('latin1') : undefined;
};
