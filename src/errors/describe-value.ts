import { inspect } from 'node:util';

/**
 * A value as an error message shows it: short, on one line.
 *
 * @example
 * ```ts
 * describeValue({ a: [1, 2] }); // "{ a: [ 1, 2 ] }"
 * ```
 */
export const describeValue = (value: unknown): string => {
  const text = inspect(value, {
    depth: 1,
    breakLength: Number.POSITIVE_INFINITY,
    maxArrayLength: 5,
    maxStringLength: 80,
  });
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};
