import { isUint8Array } from 'node:util/types';

/** What stands in place of a secret. */
export const REDACTED = '[secret]';

type Copies = Map<object, unknown>;

const redactText = (text: string, forms: readonly string[]): string =>
  forms.reduce((left, form) => (left.includes(form) ? left.replaceAll(form, REDACTED) : left), text);

/**
 * A copy of a value in which each of some texts is `[secret]`, wherever it stands: in texts, keys, lists, objects of any class,
 * maps, sets, bytes and errors with their causes; the same value where there is none.
 *
 * @param forms - the texts, those that hold others first
 */
export const redactValue = (
  value: unknown,
  forms: readonly string[],
  copies: Copies = new Map(),
): unknown => {
  if (typeof value === 'string') return redactText(value, forms);
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  copies.set(value, value);
  const redacted = redactObject(value, forms, copies);
  copies.set(value, redacted);
  return redacted;
};

const redactObject = (value: object, forms: readonly string[], copies: Copies): unknown => {
  const redact = (each: unknown): unknown => redactValue(each, forms, copies);
  if (isUint8Array(value)) return redactBytes(value, forms);
  if (value instanceof Map) {
    const entries = [...value].map(([key, each]) => [redact(key), redact(each)] as const);
    const isSame = [...value].every(
      ([key, each], index) => entries[index]?.[0] === key && entries[index]?.[1] === each,
    );
    return isSame ? value : new Map(entries);
  }
  if (value instanceof Set) {
    const items = [...value].map(redact);
    return [...value].every((each, index) => items[index] === each) ? value : new Set(items);
  }
  return redactProperties(value, redact);
};

const redactBytes = (value: Uint8Array, forms: readonly string[]): Uint8Array => {
  const text = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  const bytesOf = (form: string): string => Buffer.from(form).toString('latin1');
  const redacted = redactText(text, forms.map(bytesOf));
  return redacted === text ? value : new Uint8Array(Buffer.from(redacted, 'latin1'));
};

/** What an error says stands in properties that are not enumerable. */
const keysOf = (value: object): readonly string[] =>
  value instanceof Error ? Object.getOwnPropertyNames(value) : Object.keys(value);

const redactProperties = (value: object, redact: (each: unknown) => unknown): unknown => {
  const properties = Object.getOwnPropertyDescriptors(value);
  let isSame = true;
  for (const key of keysOf(value)) {
    const descriptor = properties[key];
    if (descriptor === undefined || !('value' in descriptor)) continue;
    const redacted = redact(descriptor.value);
    const name = redact(key) as string;
    if (redacted === descriptor.value && name === key) continue;
    isSame = false;
    delete properties[key];
    properties[name] = { ...descriptor, value: redacted };
  }
  if (isSame) return value;
  if (Array.isArray(value)) return Object.keys(value).map((key) => redact(value[Number(key)]));
  return Object.create(Object.getPrototypeOf(value), properties);
};
