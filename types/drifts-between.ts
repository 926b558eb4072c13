import type { AllowlistFault } from './allowlist-fault.ts';
import type { Allowlist } from './exemption.ts';
import type { IsInStep } from './is-in-step.ts';
import type { NoDrift } from './no-drift.ts';
import type { Drifts } from './out-of-step.ts';

/**
 * The drifts between two surfaces that are no classes: two modules (`typeof import('./files.ts')`), objects or
 * interfaces. A record by member, empty when they are in step; for `InStep`.
 *
 * @example
 * ```ts
 * import type { DriftsBetween, InStep } from 'lockstep/types';
 * interface Files { readonly read: (path: string) => string }
 * interface AsyncFiles { readonly read: (path: string) => Promise<string> }
 * export type FilesPair = InStep<DriftsBetween<Files, AsyncFiles>>;
 * ```
 */
export type DriftsBetween<Sync, Async, Allow extends Allowlist = []> = [
  keyof AllowlistFault<Allow, keyof Sync, keyof Async>,
] extends [never]
  ? IsInStep<Sync, Async, Allow> extends true
    ? NoDrift
    : { [Name in keyof Drifts<Sync, Async, Allow>]: Drifts<Sync, Async, Allow>[Name] }
  : AllowlistFault<Allow, keyof Sync, keyof Async>;
