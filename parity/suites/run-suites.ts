import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { PairSuites } from '../config.ts';
import { didYouMean } from '../did-you-mean.ts';
import { loadConfig } from '../load-config.ts';
import type { Pair, Side } from '../report-model.ts';
import { selectPairs } from '../select-pairs.ts';
import { parseSide } from '../surface/side-reference.ts';
import { DEFAULT_THRESHOLDS, type PairTests, type TestReport } from '../test-model.ts';
import { WrongCall } from '../wrong-call.ts';
import { DEFAULT_AREAS } from './areas.ts';
import { emptyAreas } from './empty-areas.ts';
import { findTestFiles } from './find-test-files.ts';
import { measurePair } from './measure-pair.ts';
import { pairFunctions } from './pair-functions.ts';
import { runSide } from './run-side.ts';
import type { SideJob } from './side-job.ts';

/** How long one test file may take, in milliseconds. */
const TIMEOUT_MS = 60_000;

/** What `lockstep test` is asked to run. */
export interface SuitesCall {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly config?: string | undefined;
  /** The names of the pairs; all that have suites when there is none. */
  readonly pairs: readonly string[];
}

/** The outcome of a run and the folder of the config. */
export interface SuitesOutcome {
  readonly base: string;
  readonly report: TestReport;
}

const isPath = (module: string): boolean => module.startsWith('.') || isAbsolute(module);

const job = (base: string, pair: Pair, suites: PairSuites, side: Side, timeoutMs: number): SideJob => {
  const { module } = parseSide(pair[side]);
  const cover =
    suites.cover?.[side] ??
    (isPath(module) ? [relative(base, resolve(base, module)).replaceAll('\\', '/')] : []);
  return {
    side,
    base,
    module: isPath(module) ? resolve(base, module) : module,
    files: findTestFiles(base, [...suites.shared, ...(suites[side] ?? [])]),
    cover,
    folder: join(base, '.lockstep', 'run', pair.name.replaceAll(/[^\w.-]+/g, '-'), side),
    timeoutMs,
  };
};

const suitesOf = (pair: Pair, all: readonly PairSuites[]): PairSuites => {
  const found = all.find((each) => each.pair === pair.name);
  if (found !== undefined) return found;
  throw new WrongCall(
    `The pair '${pair.name}' has no suites. Add { pair: '${pair.name}', shared: ['test/shared'] } to 'suites' of the config.`,
  );
};

const refuseUnknownPairs = (suites: readonly PairSuites[], names: readonly string[]): void => {
  const unknown = suites.find(({ pair }) => !names.includes(pair));
  if (unknown === undefined) return;
  throw new WrongCall(
    `'suites' of the config name the pair '${unknown.pair}', which there is not. ${didYouMean(unknown.pair, names)}`,
  );
};

/**
 * Runs the suites of the pairs on both sides and measures them, one side after the other as they share the processors.
 *
 * @throws {WrongCall} when there is no suite to run, or one that cannot be.
 */
export const runSuites = async ({ cwd, config: given, pairs: names }: SuitesCall): Promise<SuitesOutcome> => {
  const { file, config } = await loadConfig(cwd, given);
  const base = dirname(file);
  const suites = config.suites ?? [];
  refuseUnknownPairs(
    suites,
    config.pairs.map(({ name }) => name),
  );
  if (suites.length === 0) {
    throw new WrongCall(
      "The config has no 'suites', so that nothing would be tested. Add { pair: '…', shared: ['test/shared'] } to it.",
    );
  }
  const withSuites = config.pairs.filter(({ name }) => suites.some(({ pair }) => pair === name));
  const chosen = names.length === 0 ? withSuites : selectPairs(config.pairs, names, file);
  const jobs = chosen.map((pair) => ({ pair, suites: suitesOf(pair, suites) }));
  const members = pairFunctions(chosen, base, config.tsconfig && resolve(base, config.tsconfig));
  const timeoutMs = config.testTimeoutMs ?? TIMEOUT_MS;
  const { coverage, difference, testRatio } = DEFAULT_THRESHOLDS;
  const thresholds = {
    coverage: config.thresholds?.coverage ?? coverage,
    difference: config.thresholds?.difference ?? difference,
    testRatio: config.thresholds?.testRatio ?? testRatio,
  };
  const areas = config.areas ?? DEFAULT_AREAS;
  const measured: PairTests[] = [];
  for (const [index, each] of jobs.entries()) {
    const sync = await runSide(job(base, each.pair, each.suites, 'sync', timeoutMs));
    const async = await runSide(job(base, each.pair, each.suites, 'async', timeoutMs));
    const shared = new Set(findTestFiles(base, each.suites.shared));
    measured.push(
      measurePair(
        each.pair,
        { sync, async },
        { areas, thresholds, timeoutMs, shared, members: members[index] ?? [] },
      ),
    );
  }
  const empty = emptyAreas(config.areas ?? [], measured);
  const judged = measured.map((each) => ({ ...each, shortfalls: [...each.shortfalls, ...empty] }));
  const ok = judged.every(({ shortfalls }) => shortfalls.length === 0);
  return { base, report: { version: 1, ok, thresholds, pairs: judged } };
};
