import type { NodeOutput } from '../../types/workflow.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

/** What stands in place of what a user may not see. */
export const MASKED = '[masked]';

const maskAt = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined) return MASKED;
  if (Array.isArray(value)) {
    // A path through a list speaks of each of its items, or of one by its index.
    const index = /^\d+$/.test(key) ? Number(key) : undefined;
    return index === undefined
      ? value.map((item) => maskAt(item, [key, ...rest]))
      : value.map((item, at) => (at === index ? maskAt(item, rest) : item));
  }
  if (!isPlainObject(value)) {
    // What cannot be copied in part is masked as a whole: its fields may be what the path names.
    return typeof value === 'object' && value !== null ? MASKED : value;
  }
  return Object.hasOwn(value, key) ? { ...value, [key]: maskAt(value[key], rest) } : value;
};

/**
 * A copy of an output in which paths are masked; without paths, every port is. The ports stay.
 *
 * @example
 * ```ts
 * maskOutput({ name: 'Ada', pay: { base: 1 } }, ['pay.base']); // { name: 'Ada', pay: { base: '[masked]' } }
 * ```
 */
export const maskOutput = (output: NodeOutput, paths: readonly string[] | undefined): NodeOutput => {
  if (paths === undefined) return Object.fromEntries(Object.keys(output).map((port) => [port, MASKED]));
  return paths.reduce<NodeOutput>(
    (masked, path) => maskAt(masked, Object.hasOwn(masked, path) ? [path] : path.split('.')) as NodeOutput,
    output,
  );
};
