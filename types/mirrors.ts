import type { AllowlistFault } from './allowlist-fault.ts';
import type { Allowlist } from './exemption.ts';
import type { IsInStep } from './is-in-step.ts';
import type { NoDrift } from './no-drift.ts';
import type { OutOfStep } from './out-of-step.ts';

/**
 * Holds an asynchronous class to the synchronous one, in its own `implements` clause: every member that drifted
 * is an error on its own line. `Allow` is the type of the allowlist.
 *
 * The whole surfaces are compared first, by one identity check; members are looked at one by one only where that
 * fails, which keeps a pair in step at some 60 type instantiations a member.
 *
 * @example
 * ```ts
 * import type { Mirrors } from 'lockstep/types';
 * class Store { read(path: string): string { return path; } }
 * class AsyncStore implements Mirrors<Store, AsyncStore> {
 *   async read(path: string): Promise<string> { return path; }
 * }
 * ```
 */
export type Mirrors<Sync, Async, Allow extends Allowlist = []> = string extends keyof Sync | keyof Async
  ? { 'an index signature hides which members there are: give the members names': false }
  : [keyof AllowlistFault<Allow, keyof Sync, keyof Async>] extends [never]
    ? IsInStep<Sync, Async, Allow> extends true
      ? NoDrift
      : OutOfStep<Sync, Async, Allow>
    : AllowlistFault<Allow, keyof Sync, keyof Async>;
