import { dirname, relative, resolve } from 'node:path';
import { applyAllowlist } from './allowlist-apply.ts';
import { type CheckOptions, checkPairs } from './check-pair.ts';
import { CHECK_IDS } from './checks/checks.ts';
import type { LockstepConfig } from './config.ts';
import { type LoadedConfig, loadConfig } from './load-config.ts';
import type { PlacedEntry } from './placed-entry.ts';
import { readBaseline } from './read-baseline.ts';
import { rebaseReport } from './rebase-report.ts';
import type { Pair, Report } from './report-model.ts';
import { type PairFlags, pairOfFlags, selectPairs } from './select-pairs.ts';
import { type BaselineUpdate, baselineText, updateBaseline } from './update-baseline.ts';
import { writeOutput } from './write-output.ts';
import { WrongCall } from './wrong-call.ts';

/** What `lockstep check` is asked to compare. */
export interface CheckCall extends PairFlags {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly config?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  /** The day, as `YYYY-MM-DD` in UTC, on which entries of the allowlist are judged. */
  readonly today: string;
  /** Called before each pair is compared. */
  readonly onProgress?: CheckOptions['onProgress'];
}

/** The baseline that a check wrote: its path relative to the working folder, and what changed. */
export type WrittenBaseline = BaselineUpdate & { readonly file: string };

/** The report of a check and the baseline that it wrote, if it was asked to. */
export interface CheckOutcome {
  readonly report: Report;
  readonly written: WrittenBaseline | null;
}

/** The name of the baseline, beside the config, unless the config says otherwise. */
const BASELINE = 'lockstep.baseline.json';

const shown = (cwd: string, file: string): string => (relative(cwd, file) || file).replaceAll('\\', '/');

const placed = (config: LockstepConfig, file: string): readonly PlacedEntry[] =>
  (config.allow ?? []).map((entry) => ({ entry, file, line: null, column: null }));

/** The findings of some pairs, with nothing allowed yet. */
const compare = (
  pairs: readonly Pair[],
  base: string,
  { cwd, onProgress }: CheckCall,
  tsconfig?: string,
): Report => rebaseReport(checkPairs(pairs, { cwd: base, tsconfig, onProgress }), base, cwd);

const checkConfig = async ({ file, config }: LoadedConfig, call: CheckCall): Promise<CheckOutcome> => {
  const { cwd, today } = call;
  const base = dirname(file);
  const pairs = selectPairs(config.pairs, call.pair ?? [], shown(cwd, file));
  const report = compare(pairs, base, call, config.tsconfig && resolve(base, config.tsconfig));
  const baselineFile = resolve(base, config.baseline ?? BASELINE);
  const baseline = await readBaseline(baselineFile, cwd);
  const facts = { pairs: config.pairs.map(({ name }) => name), checks: CHECK_IDS, today };
  const apply = (entries: readonly PlacedEntry[]): Report =>
    applyAllowlist(report, [...placed(config, shown(cwd, file)), ...entries], facts);
  if (call.updateBaseline !== true) return { report: apply(baseline), written: null };
  const update = updateBaseline(report, config.allow ?? [], baseline);
  writeOutput(cwd, shown(cwd, baselineFile), baselineText(update.entries));
  return {
    report: apply(await readBaseline(baselineFile, cwd)),
    written: { ...update, file: shown(cwd, baselineFile) },
  };
};

/**
 * Compares the pair of the flags, or those of the config with its allowlist and baseline.
 *
 * @throws {WrongCall} when the call cannot be answered.
 */
export const runCheck = async (call: CheckCall): Promise<CheckOutcome> => {
  const pair = pairOfFlags(call);
  if (pair === null) return checkConfig(await loadConfig(call.cwd, call.config), call);
  if (call.updateBaseline === true) {
    throw new WrongCall(
      '--update-baseline needs the pair in a config: a baseline names its pairs. Add it there.',
    );
  }
  if (call.config !== undefined) {
    throw new WrongCall(
      '--config is given beside --sync and --async, which name the pair themselves. Leave one out.',
    );
  }
  return { report: compare([pair], call.cwd, call), written: null };
};
