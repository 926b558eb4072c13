import { isDeepStrictEqual } from 'node:util';
import type { Operator } from '../../../types/index.ts';
import type { RuleBook } from './rules.ts';

/** `null` and `undefined` are one value to a comparison. */
const orNull = (value: unknown): unknown => (value === undefined ? null : value);

const ordered = (
  left: unknown,
  right: unknown,
  book: RuleBook,
  sign: (order: number) => boolean,
): boolean => {
  const kinds = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string');
  if (!kinds && book.holds('switch: an order holds only between two of a kind')) return false;
  const [a, b] = [left as number, right as number];
  return a < b ? sign(-1) : a > b ? sign(1) : a === b && sign(0);
};

const contains = (list: unknown, value: unknown): boolean => {
  if (typeof list === 'string') return typeof value === 'string' && list.includes(value);
  return Array.isArray(list) && list.some((each: unknown) => isDeepStrictEqual(orNull(each), orNull(value)));
};

/** Whether a comparison holds between the checked and the configured value. */
export const compare = (operator: Operator, checked: unknown, value: unknown, book: RuleBook): boolean => {
  switch (operator) {
    case '==':
      return isDeepStrictEqual(orNull(checked), orNull(value));
    case '!=':
      return !isDeepStrictEqual(orNull(checked), orNull(value));
    case '>':
      return ordered(checked, value, book, (order) => order > 0);
    case '<':
      return ordered(checked, value, book, (order) => order < 0);
    case '>=':
      return ordered(checked, value, book, (order) => order >= 0);
    case '<=':
      return ordered(checked, value, book, (order) => order <= 0);
    case 'in':
      return contains(value, checked);
    case 'contains':
      return contains(checked, value);
    case 'is_null':
      return orNull(checked) === null;
    case 'is_not_null':
      return orNull(checked) !== null;
  }
};
