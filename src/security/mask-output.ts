import { types } from 'node:util';
import type { NodeOutput } from '../../types/workflow.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

/** What stands in place of what a user may not see. */
export const MASKED = '[masked]';

const maskAt = (value: unknown, path: readonly string[]): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return MASKED;
  if (Array.isArray(value) && !types.isProxy(value)) {
    // A path through a list speaks of each of its items, or of one by its index.
    const index = /^\d+$/.test(key) ? Number(key) : undefined;
    if (key === '*') return value.map((item) => maskAt(item, rest));
    return index === undefined
      ? value.map((item) => maskAt(item, path))
      : value.map((item, at) => (at === index ? maskAt(item, rest) : item));
  }
  if (value === null || value === undefined) return value;
  // What cannot be copied in part, or has no such parts, is masked as a whole: it may be what the path names.
  if (types.isProxy(value) || !isPlainObject(value)) return MASKED;
  if (key === '*') {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, maskAt(each, rest)]));
  }
  return Object.hasOwn(value, key) ? { ...value, [key]: maskAt(value[key], rest) } : value;
};

// The port `result` of an output without such an entry is the whole output.
const pathIn = (output: NodeOutput, path: string): readonly string[] => {
  const keys = path.split('.');
  if (keys[0] !== 'result' || Object.hasOwn(output, 'result')) return keys;
  return keys.length === 1 ? ['*'] : keys.slice(1);
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
  // Read once: what a proxy or a getter would give the next reader is not what was masked.
  let masked: NodeOutput = { ...output };
  for (const path of paths) {
    // A port of that very name is what a connection reads first.
    if (Object.hasOwn(masked, path)) masked = { ...masked, [path]: MASKED };
    masked = maskAt(masked, pathIn(masked, path)) as NodeOutput;
  }
  return masked;
};
