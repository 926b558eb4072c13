import { type Html, html } from './dashboard-html.ts';
import type { DashboardMoment, DashboardPair } from './dashboard-model.ts';
import { type Plot, plot } from './dashboard-plot.ts';
import { day, percent, points } from './report-numbers.ts';
import { DEFAULT_THRESHOLDS } from './test-model.ts';

/** The room that a coverage chart leaves below its lowest line, in percentage points. */
const ROOM = 5;

const numbers = (values: readonly (number | null)[]): readonly number[] =>
  values.filter((value) => value !== null);

const last = (values: readonly (number | null)[]): number | null => numbers(values).at(-1) ?? null;

const span = (dates: readonly string[]): string =>
  dates.length === 1
    ? `on ${day(dates[0] ?? '')}`
    : `from ${day(dates[0] ?? '')} to ${day(dates.at(-1) ?? '')}`;

/** The charts of a pair. `anchor` is its id in the page, and `table` that of the table with the same numbers. */
export const pairCharts = (pair: DashboardPair, anchor: string, table: string): Html => {
  const { moments } = pair;
  const dates = moments.map(({ date }) => date);
  const of = <Value>(pick: (moment: DashboardMoment) => Value): readonly Value[] => moments.map(pick);
  const thresholds = pair.tests?.thresholds ?? DEFAULT_THRESHOLDS;
  const [sync, async, apart] = [
    of(({ coverage }) => coverage?.sync ?? null),
    of(({ coverage }) => coverage?.async ?? null),
    of(({ coverage }) => coverage?.apart ?? null),
  ];
  const shared = of(({ tests }) => tests?.shared ?? null);
  const [syncTests, asyncTests] = [
    of(({ tests }) => tests?.sync ?? null),
    of(({ tests }) => tests?.async ?? null),
  ];
  const [findings, allowed] = [of((moment) => moment.findings), of((moment) => moment.allowed)];
  const names = { sync: pair.sync.name, async: pair.async.name };
  const chart = (kind: string, rest: Omit<Plot, 'id' | 'dates' | 'table'>): Html =>
    plot({ id: `${anchor}-${kind}`, dates, table, ...rest });
  const tested = numbers(shared).length > 0;
  return html`<div class="charts">
${
  // Without one measured run there would be nothing but axes.
  tested
    ? [
        chart('coverage', {
          title: 'Branch coverage',
          description: `Branch coverage ${span(dates)}. Now ${names.sync} ${percent(last(sync))}, ${names.async} ${percent(last(async))}.`,
          series: [
            { title: names.sync, look: 'sync', values: sync },
            { title: names.async, look: 'async', values: async },
          ],
          range: [
            Math.max(0, Math.min(thresholds.coverage, ...numbers(sync), ...numbers(async)) - ROOM),
            100,
          ],
          limit: { value: thresholds.coverage, text: `at least ${thresholds.coverage} %` },
          shape: 'line',
          whole: false,
          show: (value) => `${Number(value.toFixed(1))} %`,
        }),
        chart('apart', {
          title: 'Coverage gap',
          description: `Difference of the sides' branch coverage ${span(dates)}. Now ${points(last(apart))}.`,
          series: [{ title: 'Points apart', look: 'shared', values: apart }],
          range: [0, Math.max(thresholds.difference * 1.2, ...numbers(apart))],
          limit: { value: thresholds.difference, text: `at most ${thresholds.difference} points` },
          shape: 'line',
          whole: false,
          show: (value) => String(Number(value.toFixed(1))),
        }),
        chart('tests', {
          title: 'Tests',
          description: `Number of tests ${span(dates)}. Now ${last(syncTests) ?? 'none'} on ${names.sync}, ${last(asyncTests) ?? 'none'} on ${names.async}, ${last(shared) ?? 'none'} shared.`,
          series: [
            { title: names.sync, look: 'sync', values: syncTests },
            { title: names.async, look: 'async', values: asyncTests },
            { title: 'Shared', look: 'shared', values: shared },
          ],
          range: [0, Math.max(1, ...numbers(syncTests), ...numbers(asyncTests))],
          limit: null,
          shape: 'line',
          whole: true,
          show: String,
        }),
      ]
    : null
}
${chart('findings', {
  title: 'Findings',
  description: `Findings ${span(dates)}. Now ${last(findings) ?? 0} open, ${last(allowed) ?? 0} allowed.`,
  series: [
    { title: 'Allowed', look: 'shared', values: allowed },
    { title: 'Open', look: 'open', values: findings },
  ],
  range: [0, Math.max(2, ...findings, ...allowed)],
  limit: null,
  shape: 'steps',
  whole: true,
  show: String,
})}
</div>`;
};
