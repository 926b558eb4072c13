import type { LockstepConfig } from '../config.ts';
import type { Pair } from '../report-model.ts';
import type { TestReport } from '../test-model.ts';
import { shortfallText } from '../test-shortfall-text.ts';
import type { ChangedFile } from './changed-files.ts';
import type { GateReport, Refusal } from './gate-model.ts';
import { sideFiles, touching } from './pair-files.ts';

/** What is known of a change. */
export interface Change {
  readonly base: string;
  /** The folder of the config, absolute. */
  readonly folder: string;
  readonly changed: readonly ChangedFile[];
  /** The tests as measured with the change; `null` when they were not. */
  readonly tests: TestReport | null;
  /** The texts of the shortfalls that were there without the change. */
  readonly before: ReadonlySet<string>;
  /** The reasons that the commits give. */
  readonly trailers: readonly string[];
  /** As `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

const THRESHOLDS = new Set(['area-empty', 'coverage-low', 'coverage-apart', 'member-apart', 'tests-apart']);

/** A shortfall without its numbers, which differ from run to run while it is the same one. */
export const shortfallIdentity = (text: string): string => text.replaceAll(/\d+(\.\d+)?/g, '#');

const testRefusals = ({ name }: Pair, { tests, changed, before }: Change): readonly Refusal[] =>
  (tests?.pairs.find((pair) => pair.name === name)?.shortfalls ?? []).flatMap(
    (shortfall): readonly Refusal[] => {
      if (shortfall.kind === 'one-sided-test') {
        const { ranOn, test, file } = shortfall;
        return changed.some((each) => each.file === file)
          ? [{ kind: 'one-sided-test', pair: name, ranOn, test, file }]
          : [];
      }
      const message = shortfallText(shortfall);
      if (!THRESHOLDS.has(shortfall.kind) || before.has(shortfallIdentity(message))) return [];
      return [{ kind: 'threshold-crossed', pair: name, message }];
    },
  );

const stillHolds = (expires: string | undefined, today: string): boolean =>
  expires === undefined || today <= expires;

/** Judges a change: a sync side that changes alone is refused, an async side that does is not. */
export const judgeChange = (config: LockstepConfig, change: Change): GateReport => {
  const { changed, folder, trailers, today } = change;
  const sides = config.pairs.map((pair) => ({
    pair,
    twin: sideFiles(config, pair, 'async', folder),
    sync: touching(changed, sideFiles(config, pair, 'sync', folder)),
    async: touching(changed, sideFiles(config, pair, 'async', folder)),
  }));
  const refusals = sides.flatMap(({ pair, twin, sync, async }): readonly Refusal[] => [
    ...(sync.length > 0 && async.length === 0
      ? [{ kind: 'sync-side-only', pair: pair.name, changed: sync, twin } as const]
      : []),
    ...testRefusals(pair, change),
  ]);
  const inConfig = (config.exempt ?? []).filter(({ expires }) => stillHolds(expires, today));
  const accepted = (refusal: Refusal): boolean =>
    trailers.length > 0 || inConfig.some(({ pair }) => pair === refusal.pair);
  const exempted = [
    ...(refusals.length > 0 ? trailers : []),
    ...inConfig.filter(({ pair }) => refusals.some((each) => each.pair === pair)).map(({ reason }) => reason),
  ];
  return {
    version: 1,
    ok: refusals.every(accepted),
    base: change.base,
    touched: sides.filter(({ sync, async }) => sync.length + async.length > 0).map(({ pair }) => pair.name),
    asyncOnly: sides
      .filter(({ sync, async }) => sync.length === 0 && async.length > 0)
      .map(({ pair }) => pair.name),
    refusals,
    exempted,
  };
};
