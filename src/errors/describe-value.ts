import { inspect } from 'node:util';

// The stack of an error differs from side to side, and a message must not.
const stackLine = /\n\s+(?:at |\.\.\. ).*?(?=,?$| \{$)/gm;

/**
 * A value as an error message shows it: short, on one line, errors without their stack.
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
  const line = text.replace(stackLine, '').replace(/\s*\n\s*/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
};
