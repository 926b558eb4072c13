import { isDeepStrictEqual } from 'node:util';
import type { Operator } from '../../types/workflow.ts';

/** The operators of `SwitchNode` and of a cycle's end. */
export const OPERATORS = [
  '==',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
  'in',
  'contains',
  'is_null',
  'is_not_null',
] as const satisfies readonly Operator[];

/**
 * Whether a comparison holds; one between values that have no order is `false`, not an error.
 *
 * @example
 * ```ts
 * compare(5, '>', 3); // true
 * compare('5', '>', 3); // false
 * ```
 */
export const compare = (checked: unknown, operator: Operator, configured: unknown): boolean => {
  switch (operator) {
    case '==':
      return isSame(checked, configured);
    case '!=':
      return !isSame(checked, configured);
    case '>':
      return inOrder(checked, configured, (left, right) => left > right);
    case '<':
      return inOrder(checked, configured, (left, right) => left < right);
    case '>=':
      return inOrder(checked, configured, (left, right) => left >= right);
    case '<=':
      return inOrder(checked, configured, (left, right) => left <= right);
    case 'in':
      return holds(configured, checked);
    case 'contains':
      return holds(checked, configured);
    case 'is_null':
      return checked === null || checked === undefined;
    case 'is_not_null':
      return checked !== null && checked !== undefined;
  }
};

const isSame = (left: unknown, right: unknown): boolean =>
  left === right || isDeepStrictEqual(left ?? null, right ?? null);

type Ordered = number | bigint | string | Date;

const isOrdered = (value: unknown): value is Ordered =>
  ['number', 'bigint', 'string'].includes(typeof value) || value instanceof Date;

const inOrder = (
  left: unknown,
  right: unknown,
  holdsFor: (left: Ordered, right: Ordered) => boolean,
): boolean => isOrdered(left) && isOrdered(right) && typeof left === typeof right && holdsFor(left, right);

const holds = (whole: unknown, part: unknown): boolean => {
  if (Array.isArray(whole)) return whole.some((each) => isSame(each, part));
  return typeof whole === 'string' && typeof part === 'string' && whole.includes(part);
};
