import { isPlainObject } from '../nodes/plain-object.ts';
import type { Dialect } from './database-contract.ts';

/** Why a value cannot be bound, without the value. */
export class Unbindable {
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}

const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

/**
 * A value as the driver of a dialect takes it. Dates become ISO 8601 in UTC, lists and plain objects JSON.
 */
export const encodeValue = (value: unknown, dialect: Dialect): unknown => {
  switch (typeof value) {
    case 'string':
      // SQLite's driver would cut it off there without a word, PostgreSQL refuses it.
      return value.includes('\0')
        ? new Unbindable('is text with a null character. Bind its bytes, or remove the character.')
        : value;
    case 'number':
      if (dialect === 'postgresql') return String(value);
      if (Number.isNaN(value)) {
        return new Unbindable('is NaN, which SQLite would store as NULL. Bind null.');
      }
      // The driver binds every number as a floating-point one.
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case 'bigint':
      if (dialect === 'postgresql') return String(value);
      return value < SMALLEST || value > LARGEST
        ? new Unbindable('is beyond 64 bits, which SQLite cannot store. Bind it as text.')
        : value;
    case 'boolean':
      if (dialect === 'postgresql') return String(value);
      return value ? 1n : 0n;
    case 'undefined':
      return new Unbindable('is undefined. Bind null where there is no value.');
    case 'object':
      return value === null ? null : encodeObject(value);
    default:
      return new Unbindable(`is a ${typeof value}. Bind ${ALLOWED}.`);
  }
};

const ALLOWED = 'null, a boolean, number, bigint, string, Uint8Array, Date, list or plain object';

const encodeObject = (value: object): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? new Unbindable('is an invalid Date. Bind null, or a valid one.')
      : value.toISOString();
  }
  try {
    return JSON.stringify(value, (_, each: unknown) => {
      // JSON would leave out what it does not know, or make an empty object of it.
      if (!JSON_TYPES.has(typeof each) || !isJsonObject(each)) throw new TypeError('no JSON value');
      return each;
    });
  } catch {
    return new Unbindable(`is an object with no JSON form. Bind ${ALLOWED}, of JSON values.`);
  }
};

const JSON_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'object']);

const isJsonObject = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Array.isArray(value) || isPlainObject(value);
