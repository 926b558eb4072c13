/**
 * Asserts that there is no drift: the type argument is refused, on its line, with each drift by name.
 *
 * @example
 * ```ts
 * import type { InStep, DriftsBetween } from 'lockstep/types';
 * interface Sync { readonly read: (path: string) => string }
 * interface Async { readonly read: (path: string) => Promise<string> }
 * export type Files = InStep<DriftsBetween<Sync, Async>>;
 * ```
 */
export type InStep<Drifts extends Readonly<Record<PropertyKey, never>>> = keyof Drifts extends never
  ? true
  : false;
