/**
 * A value that JSON carries without loss.
 *
 * @example
 * ```ts
 * import type { JsonValue } from 'lockstep/types';
 * const value: JsonValue = { list: [1, 'two', null, true] };
 * ```
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
