import type { Side } from './report-model.ts';
import type { Shortfall } from './test-shortfall.ts';

type Of<Kind extends Shortfall['kind']> = Extract<Shortfall, { readonly kind: Kind }>;

const other = (side: Side): Side => (side === 'sync' ? 'async' : 'sync');

/** A number with at most one decimal, as people read percentages. */
const short = (number: number): string => String(Math.round(number * 10) / 10);

const called = (percent: number | null): string =>
  percent === null ? 'never called' : `${short(percent)} %`;

/** The smaller side of two numbers, which is the one to add tests to. */
const behind = (sync: number | null, async: number | null): Side =>
  (sync ?? -1) < (async ?? -1) ? 'sync' : 'async';

/** The first word of a sentence that is about all sources, or about those of an area. */
const within = (area: string | null): string => (area === null ? 'T' : `${area}: t`);

const TEXTS: { readonly [Kind in Shortfall['kind']]: (shortfall: Of<Kind>) => string } = {
  'nothing-measured': ({ side, what }) =>
    `No ${what} was measured on the ${side} side. Check that its files and test folders are named in the config.`,
  'area-empty': ({ area, what }) =>
    what === 'test'
      ? `No test belongs to the feature area '${area}'. Correct its 'files' and 'tests' in the config, add a test, or remove the area.`
      : `No measured source belongs to the feature area '${area}'. Correct its 'sources' in the config: texts of which the path of a file of 'cover' holds one.`,
  'side-not-loaded': ({ side, cause }) => `The ${side} side cannot be loaded: ${cause}`,
  'suite-hung': ({ side, suite, afterMs }) =>
    `'${suite}' did not end on the ${side} side within ${afterMs} ms. Mend what it waits for, or raise the time limit.`,
  'test-cut-off': ({ side, test, file }) =>
    `'${test}' (${file}) began on the ${side} side and did not end, as its process did: no test after it has run. Look for process.exit in the test and in what it calls.`,
  'file-without-tests': ({ file }) =>
    `No test of '${file}' counts. Declare its tests by forEachSide (plain tests belong in a folder of one side), look for what ends its process early, or leave the file out of 'suites' of the config.`,
  'test-failed': ({ side, test, file, otherSidePassed }) =>
    otherSidePassed
      ? `'${test}' (${file}) passes on the ${other(side)} side and fails on the ${side} side. Make the ${side} side behave alike.`
      : `'${test}' (${file}) fails on the ${side} side. Mend it.`,
  'one-sided-test': ({ ranOn, test, file }) =>
    `'${test}' (${file}) ran on the ${ranOn} side only. Make it run on both, or declare it ${ranOn}Only with a reason.`,
  'answers-apart': ({ test, file, what, sync, async }) =>
    `'${test}' (${file}) sees different sides: ${what} (sync ${sync}; async ${async}). Make them alike, or declare that the test mayDiffer, with a reason.`,
  'coverage-low': ({ area, side, metric, percent, minimum }) =>
    `${within(area)}he tests cover ${short(percent)} % of the ${side} side's ${metric}; at least ${short(minimum)} % are needed. Add shared tests.`,
  'coverage-apart': ({ area, metric, sync, async, maximum }) =>
    `${within(area)}he sides' coverage of ${metric} is ${short(Math.abs(sync - async))} points apart (sync ${short(sync)} %, async ${short(async)} %); at most ${short(maximum)} are allowed. Add tests to the ${behind(sync, async)} side.`,
  'member-apart': ({ member, sync, async, maximum }) =>
    `'${member}' is not covered alike (sync ${called(sync)}, async ${called(async)}); at most ${short(maximum)} points are allowed. Test it on the ${behind(sync, async)} side as well.`,
  'tests-apart': ({ area, sync, async, minimum }) =>
    `${area ?? 'All tests'}: ${sync} on the sync side and ${async} on the async side; the ratio must be at least ${minimum}. Add tests to the ${behind(sync, async)} side.`,
};

/** What is wrong and what to change, in one or two sentences. */
export const shortfallText = <Kind extends Shortfall['kind']>(shortfall: Of<Kind>): string =>
  TEXTS[shortfall.kind as Kind](shortfall);

/** Every kind of shortfall. */
export const SHORTFALL_KINDS = Object.keys(TEXTS) as readonly Shortfall['kind'][];
