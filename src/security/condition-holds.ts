import type { AccessCondition } from '../../types/access-control.ts';
import { compare } from '../nodes/compare.ts';

const NOTHING = Symbol('nothing');

// Only what an object has itself: its prototype is the same for every user.
const attributeAt = (record: Readonly<Record<string, unknown>>, path: string): unknown => {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return NOTHING;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
};

const isOrdered = (value: unknown): boolean => typeof value === 'number' || typeof value === 'string';

const canHold = (whole: unknown, part: unknown): boolean =>
  Array.isArray(whole) || (typeof whole === 'string' && typeof part === 'string');

/** Whether a condition holds; `undefined` where that cannot be told: nobody knows the attribute, or the values do not compare. */
export const conditionHolds = (
  { attribute, operator, value }: AccessCondition,
  record: Readonly<Record<string, unknown>>,
): boolean | undefined => {
  const found = attributeAt(record, attribute);
  // That something is missing is what these two ask.
  if (operator === 'is_null') return found === NOTHING || found === null;
  if (operator === 'is_not_null') return found !== NOTHING && found !== null;
  if (found === NOTHING) return undefined;
  switch (operator) {
    case '>':
    case '<':
    case '>=':
    case '<=':
      return isOrdered(found) && typeof found === typeof value ? compare(found, operator, value) : undefined;
    case 'in':
      return canHold(value, found) ? compare(found, operator, value) : undefined;
    case 'contains':
      return canHold(found, value) ? compare(found, operator, value) : undefined;
    default:
      return compare(found, operator, value);
  }
};
