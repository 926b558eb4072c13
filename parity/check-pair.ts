import { compareReached } from './compare/compare-reached.ts';
import type { SurfaceComparison } from './compare/comparison.ts';
import type { ComparisonContext } from './compare/comparison-context.ts';
import { firstDifference } from './compare/first-difference.ts';
import { inherits } from './compare/inherits.ts';
import { typeGraph } from './compare/open-type-graph.ts';
import { openTwins } from './compare/twins.ts';
import { openTypeComparer } from './compare/type-comparer.ts';
import { printer } from './compiler/print.ts';
import { type Session, withSession } from './compiler/session.ts';
import type { CheckContext } from './define-check.ts';
import { differenceText } from './difference-text.ts';
import { NothingToCompareError } from './errors/nothing-to-compare-error.ts';
import { SameSideError } from './errors/same-side-error.ts';
import { findDrifts } from './find-drifts.ts';
import { type PairOutcome, report } from './report.ts';
import type { MemberCounts, Pair, PairReport, Report } from './report-model.ts';
import { assertReadable } from './surface/assert-readable.ts';
import { readBeside, readSide } from './surface/read-surface.ts';
import { parseSide, type SideReference } from './surface/side-reference.ts';
import type { Surface } from './surface/surface.ts';

/** Where and how pairs are compared. */
export interface CheckOptions {
  /** The folder that relative modules start from and findings are relative to; absolute. */
  readonly cwd: string;
  /** The project whose compiler options hold; by default the nearest `tsconfig.json`. */
  readonly tsconfig?: string | undefined;
  /** Texts that stand for those on disk, by absolute path. */
  readonly overlay?: ReadonlyMap<string, string> | undefined;
  /** Called before each pair is compared. */
  readonly onProgress?: ((done: number, total: number, pair: Pair) => void) | undefined;
}

interface OpenPair {
  readonly pair: Pair;
  readonly sync: SideReference;
  readonly async: SideReference;
}

const parsePair = (pair: Pair): OpenPair => {
  const [sync, async] = [parseSide(pair.sync), parseSide(pair.async)];
  if (sync.text === async.text) throw new SameSideError(pair);
  return { pair, sync, async };
};

const count = (comparisons: readonly SurfaceComparison[]): MemberCounts => {
  const members = comparisons.flatMap((each) => each.members).filter(({ sync }) => sync.kind !== 'nested');
  const promisified = members.filter(
    ({ calls, value }) =>
      value === 'promisified' || calls?.signatures.some(({ result }) => result === 'promisified') === true,
  );
  const oneSided = comparisons.flatMap(({ syncOnly, asyncOnly }) => [...syncOnly, ...asyncOnly]);
  return {
    compared: members.length,
    promisified: promisified.length,
    same: members.length - promisified.length,
    oneSided: oneSided.length,
  };
};

const assertComparable = (pair: Pair, sync: Surface, async: Surface): void => {
  const samePattern = sync.reference.pattern === async.reference.pattern;
  if (sync.symbol.id === async.symbol.id && samePattern) throw new SameSideError(pair);
};

const assertCompared = (pair: Pair, members: MemberCounts): void => {
  if (members.compared > 0) return;
  throw new NothingToCompareError(
    `'${pair.sync}' and '${pair.async}' have no member in common`,
    'Change a side, or name how their members are called, as in node:fs#*Sync.',
  );
};

const comparePair = (session: Session, context: ComparisonContext, open: OpenPair): PairOutcome => {
  const named = { sync: readSide(session, open.sync), async: readSide(session, open.async) };
  const sync = readBeside(session, named.sync, named.async);
  const async = readBeside(session, named.async, named.sync);
  assertReadable(session, [sync, async]);
  assertComparable(open.pair, sync, async);
  const comparisons = compareReached(context, sync, async);
  const members = count(comparisons);
  assertCompared(open.pair, members);
  const print = printer(session);
  const difference: CheckContext['difference'] = (comparison, signatures, left, right) => {
    if (left === null || right === null) return null;
    const owners = signatures === null ? [comparison] : [comparison, signatures];
    const found = firstDifference(context.graph, context.comparer, owners, [left, right]);
    return found === null ? null : differenceText(found, print.text);
  };
  const findings = findDrifts(comparisons, { cwd: session.cwd, inherits, difference, ...print });
  return { pair: open.pair, members, findings };
};

/**
 * Compares pairs and reports every difference that is one. One start of the compiler serves them all.
 *
 * @throws {ToolkitError} when a side cannot be read or there is nothing to compare; never green on nothing.
 *
 * @example
 * ```ts
 * import { checkPairs } from 'lockstep/parity';
 * const pair = { name: 'files', sync: 'node:fs#*Sync', async: 'node:fs/promises#*' };
 * checkPairs([pair], { cwd: process.cwd() }).ok; // false: 13 members have no promise
 * ```
 */
export const checkPairs = (pairs: readonly Pair[], options: CheckOptions): Report => {
  if (pairs.length === 0) {
    throw new NothingToCompareError(
      'There are no pairs',
      "Name one in the config, or by '--sync' and '--async'.",
    );
  }
  const opened = pairs.map(parsePair);
  const modules = [...new Set(opened.flatMap(({ sync, async }) => [sync.module, async.module]))];
  return withSession(modules, options, (session) => {
    const graph = typeGraph(session);
    const twins = openTwins();
    const context: ComparisonContext = { session, graph, twins, comparer: openTypeComparer(graph, twins) };
    return report(
      opened.map((open, index) => {
        options.onProgress?.(index, opened.length, open.pair);
        return comparePair(session, context, open);
      }),
    );
  });
};

/**
 * Compares one pair; see `checkPairs`.
 *
 * @throws {ToolkitError} when a side cannot be read or there is nothing to compare.
 */
export const checkPair = (pair: Pair, options: CheckOptions): PairReport => {
  const [only] = checkPairs([pair], options).pairs;
  if (only === undefined) throw new NothingToCompareError('There are no pairs', 'Name one.');
  return only;
};
