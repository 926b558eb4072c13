import type { Area } from '../config.ts';
import type { Side } from '../report-model.ts';
import type { Shortfall } from '../test-shortfall.ts';
import { compareObservations } from '../testing/compare-observations.ts';
import { areaOf } from './areas.ts';
import type { MeasuredRun } from './run-side.ts';
import type { SideTest } from './side-tests.ts';

/** What one side's run gave, with its tests as they count. */
export interface CountedRun {
  readonly side: Side;
  readonly run: MeasuredRun;
  readonly tests: readonly SideTest[];
}

const hung = ({ side, run }: CountedRun, afterMs: number): readonly Shortfall[] =>
  run.hung.map(({ file, test }) => {
    const within = run.records.unfinished.get(file) ?? test;
    const suite = within === null ? file : `${file} > ${within}`;
    return { kind: 'suite-hung', side, suite, afterMs };
  });

const nothing = ({ side, run, tests }: CountedRun): readonly Shortfall[] => {
  const missing = [
    tests.length === 0 && 'test',
    run.covered.length === 0 && 'file',
    run.covered.length > 0 && run.covered.every(({ branches }) => branches.length === 0) && 'branch',
    run.withoutSourceMap.some((file) => run.covered.some((each) => each.file === file)) && 'source map',
  ] as const;
  return missing.flatMap((what) => (what === false ? [] : [{ kind: 'nothing-measured', side, what }]));
};

/** The shared test of a file that began and never ended, unless that is told otherwise, as of one that waits for nothing. */
const cutOffIn = ({ run }: CountedRun, file: string): string | undefined => {
  const test = run.records.unfinished.get(file);
  const isTold =
    cutShort(run).has(file) || run.outcomes.some((each) => each.file === file && each.name === test);
  return isTold ? undefined : test;
};

const cutOff = (own: CountedRun): readonly Shortfall[] =>
  own.run.files.flatMap((file) => {
    const test = cutOffIn(own, file);
    return test === undefined ? [] : [{ kind: 'test-cut-off', side: own.side, test, file }];
  });

const withoutTests = (runs: readonly CountedRun[]): readonly Shortfall[] =>
  [...new Set(runs.flatMap(({ run }) => run.files))]
    .filter((file) =>
      runs.every(
        (each) =>
          cutOffIn(each, file) === undefined && !cutShort(each.run).has(file) && !hasTests(each, file),
      ),
    )
    .map((file) => ({ kind: 'file-without-tests', file }));

const hasTests = ({ tests }: CountedRun, file: string): boolean => tests.some((each) => each.file === file);

const failed = (own: CountedRun, other: CountedRun, areas: readonly Area[]): readonly Shortfall[] =>
  own.tests
    .filter(({ passed }) => !passed)
    .map(({ key, name, file, shared }) => ({
      kind: 'test-failed',
      side: own.side,
      test: name,
      area: areaOf(areas, file, name),
      file,
      otherSidePassed: shared && other.tests.some((each) => each.key === key && each.passed),
    }));

/** The files that did not come to their tests: a file that hung or could not be loaded is told as such, and its tests are not. */
const cutShort = ({ hung: files, outcomes }: MeasuredRun): ReadonlySet<string> =>
  new Set([...files, ...outcomes.filter(({ name, file }) => name === file)].map(({ file }) => file));

const oneSided = (own: CountedRun, other: CountedRun, areas: readonly Area[]): readonly Shortfall[] => {
  const ran = new Set(other.tests.filter(({ skipped }) => !skipped).map(({ key }) => key));
  const cut = cutShort(other.run);
  return own.tests
    .filter(({ shared, skipped, name, key, file }) => {
      const here = shared && !skipped && name !== file;
      return here && !ran.has(key) && !cut.has(file);
    })
    .map(({ name, file }) => ({
      kind: 'one-sided-test',
      ranOn: own.side,
      test: name,
      area: areaOf(areas, file, name),
      file,
    }));
};

const apart = (sync: CountedRun, async: CountedRun, areas: readonly Area[]): readonly Shortfall[] =>
  sync.tests.flatMap(({ key, name, file, observation }) => {
    const twin = async.tests.find((each) => each.key === key)?.observation;
    const drift = observation && twin ? compareObservations(observation, twin) : null;
    return drift === null
      ? []
      : [{ kind: 'answers-apart', test: name, area: areaOf(areas, file, name), file, ...drift }];
  });

/** Why a run of both sides says that they do not behave alike, or says too little. */
export const runShortfalls = (
  sync: CountedRun,
  async: CountedRun,
  areas: readonly Area[],
  timeoutMs: number,
): readonly Shortfall[] => [
  ...nothing(sync),
  ...nothing(async),
  ...hung(sync, timeoutMs),
  ...hung(async, timeoutMs),
  ...cutOff(sync),
  ...cutOff(async),
  ...withoutTests([sync, async]),
  ...failed(sync, async, areas),
  ...failed(async, sync, areas),
  ...oneSided(sync, async, areas),
  ...oneSided(async, sync, areas),
  ...apart(sync, async, areas),
];
