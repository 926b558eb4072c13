import type { Pair, Side } from './report-model.ts';

/** A finding that the project accepts. An entry without a reason, or one that covers nothing, is a finding itself. */
export interface AllowEntry {
  /** The name of the pair. */
  readonly pair: string;
  /** The shared name of the member; `''` for a finding on the pair as a whole. */
  readonly member: string;
  /** The id of the check. */
  readonly check: string;
  /** The side that would have to change; when left out, either. */
  readonly side?: Side | undefined;
  /** Why it is right as it is. */
  readonly reason: string;
  /** The last day on which the entry holds, as `YYYY-MM-DD` in UTC. */
  readonly expires?: string | undefined;
}

/** What `lockstep.config.ts` exports. Paths are relative to the folder of the config. */
export interface LockstepConfig {
  /** The pairs to compare, each with its own name. */
  readonly pairs: readonly Pair[];
  /** The findings that are accepted. */
  readonly allow?: readonly AllowEntry[] | undefined;
  /** Where `--update-baseline` writes; `lockstep.baseline.json` by default. */
  readonly baseline?: string | undefined;
  /** The project that the pairs are read in; by default the nearest `tsconfig.json`. */
  readonly tsconfig?: string | undefined;
}

/**
 * Returns the config as it is, checked by the compiler.
 *
 * @example
 * ```ts
 * import { defineConfig } from 'lockstep/parity';
 * export default defineConfig({
 *   pairs: [{ name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' }],
 * });
 * ```
 */
export const defineConfig = (config: LockstepConfig): LockstepConfig => config;
