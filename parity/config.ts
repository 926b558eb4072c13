import type { Pair, Side } from './report-model.ts';
import type { Thresholds } from './test-model.ts';

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

/** The tests of a pair, which `lockstep test` runs and measures. A test is a file or a folder of them. */
export interface PairSuites {
  /** The name of the pair. */
  readonly pair: string;
  /** The tests that run on both sides. */
  readonly shared: readonly string[];
  /** The tests for the sync side alone. */
  readonly sync?: readonly string[] | undefined;
  /** The tests for the async side alone. */
  readonly async?: readonly string[] | undefined;
  /** The files and folders that are one side's own, for `lockstep gate`. By default the side's module. */
  readonly sources?: Readonly<Partial<Record<Side, readonly string[] | undefined>>> | undefined;
  /** The sources of each side whose coverage counts, as globs; `!` before one leaves out. By default the side's module. */
  readonly cover?: Readonly<Partial<Record<Side, readonly string[] | undefined>>> | undefined;
}

/** A pair whose sides `lockstep gate` lets change alone. */
export interface GateExemption {
  /** The name of the pair. */
  readonly pair: string;
  /** Why it is right. */
  readonly reason: string;
  /** The last day on which it holds, as `YYYY-MM-DD` in UTC. */
  readonly expires?: string | undefined;
}

/** A feature area: the tests that a name belongs to. The first area that fits a test has it. */
export interface Area {
  /** Such as `Error handling`. */
  readonly title: string;
  /** Texts of which the path of a test's file holds one. */
  readonly files?: readonly string[] | undefined;
  /** Texts of which the name of a test holds one. */
  readonly tests?: readonly string[] | undefined;
  /** Texts of which the path of a source file holds one: the branches of these files are held to the thresholds by themselves. */
  readonly sources?: readonly string[] | undefined;
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
  /** The tests of the pairs. */
  readonly suites?: readonly PairSuites[] | undefined;
  /** The feature areas in which tests are counted; by default those of `DEFAULT_AREAS`. */
  readonly areas?: readonly Area[] | undefined;
  /** The pairs that `lockstep gate` lets change on one side. */
  readonly exempt?: readonly GateExemption[] | undefined;
  /** What the sides are held to; by default 85 % a side, 5 points apart, a ratio of tests of 0.8. */
  readonly thresholds?: Readonly<{ [Key in keyof Thresholds]?: number | undefined }> | undefined;
  /** How long one test file may take before it is ended, in milliseconds; by default 60 000. */
  readonly testTimeoutMs?: number | undefined;
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
