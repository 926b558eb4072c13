import { type Html, html } from './dashboard-html.ts';
import type { DashboardMoment, DashboardPair } from './dashboard-model.ts';
import { plot } from './dashboard-plot.ts';
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

const whole = (value: number): string => String(value);

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
  return html`<div class="charts">
${plot({
  id: `${anchor}-coverage`,
  title: 'Branch coverage',
  description: `Branch coverage ${span(dates)}. Now ${names.sync} ${percent(last(sync))}, ${names.async} ${percent(last(async))}.`,
  dates,
  series: [
    { title: names.sync, look: 'sync', values: sync },
    { title: names.async, look: 'async', values: async },
  ],
  range: [Math.max(0, Math.min(thresholds.coverage, ...numbers(sync), ...numbers(async)) - ROOM), 100],
  limit: { value: thresholds.coverage, text: `at least ${thresholds.coverage} %` },
  shape: 'line',
  show: (value) => `${Number(value.toFixed(1))} %`,
  table,
})}
${plot({
  id: `${anchor}-apart`,
  title: 'Coverage gap',
  description: `Difference of the sides' branch coverage ${span(dates)}. Now ${points(last(apart))}.`,
  dates,
  series: [{ title: 'Points apart', look: 'shared', values: apart }],
  range: [0, Math.max(thresholds.difference * 1.2, ...numbers(apart))],
  limit: { value: thresholds.difference, text: `at most ${thresholds.difference} points` },
  shape: 'line',
  show: (value) => String(Number(value.toFixed(1))),
  table,
})}
${plot({
  id: `${anchor}-tests`,
  title: 'Tests',
  description: `Number of tests ${span(dates)}. Now ${last(syncTests) ?? 'none'} on ${names.sync}, ${last(asyncTests) ?? 'none'} on ${names.async}, ${last(shared) ?? 'none'} shared.`,
  dates,
  series: [
    { title: names.sync, look: 'sync', values: syncTests },
    { title: names.async, look: 'async', values: asyncTests },
    { title: 'Shared', look: 'shared', values: shared },
  ],
  range: [0, Math.max(1, ...numbers(syncTests), ...numbers(asyncTests))],
  limit: null,
  shape: 'steps',
  show: whole,
  table,
})}
${plot({
  id: `${anchor}-findings`,
  title: 'Findings',
  description: `Open findings ${span(dates)}. Now ${last(findings) ?? 0} open, ${last(allowed) ?? 0} allowed.`,
  dates,
  series: [
    { title: 'Open', look: 'async', values: findings },
    { title: 'Allowed', look: 'shared', values: allowed },
  ],
  range: [0, Math.max(2, ...findings, ...allowed)],
  limit: null,
  shape: 'steps',
  show: whole,
  table,
})}
</div>`;
};
