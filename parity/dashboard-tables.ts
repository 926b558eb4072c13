import { breakable, type Html, html } from './dashboard-html.ts';
import type { DashboardMoment, DashboardPair } from './dashboard-model.ts';
import { COVERAGE_NOTE, coverageRows } from './report-coverage-rows.ts';
import { minute, percent, points } from './report-numbers.ts';
import type { AreaStanding, TestStanding } from './report-standing.ts';
import type { MemberCoverage } from './test-model.ts';
import { percentOf } from './test-shares.ts';

/** A table in a box that scrolls sideways where the page is too narrow, by keyboard as well. */
const scrolling = (label: string, table: Html): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;

const gapText = (gap: number | null): string => (gap === null ? 'no test' : percent(gap));

/** A side's tests as a bar: the shared ones, then its own; `most` is the length of the longest bar. */
const bar = (look: 'sync' | 'async', shared: number, own: number, most: number): Html =>
  html`<span class="bar"><i class="shared" style="width:${((100 * shared) / most).toFixed(2)}%"></i><i class="${look}" style="width:${((100 * own) / most).toFixed(2)}%"></i></span>`;

const areaRow = (area: AreaStanding, most: number): Html =>
  html`<tr><th scope="row">${area.area}</th><td>${area.sync}</td><td>${area.async}</td><td>${area.shared}</td><td>${gapText(area.gap)}</td><td class="bars" aria-hidden="true">${bar('sync', area.shared, area.sync, most)}${bar('async', area.shared, area.async, most)}</td></tr>`;

/** The strategy's table of tests by feature area, with a bar a side. */
export const areasTable = (pair: DashboardPair, { areas, total }: TestStanding): Html => {
  const most = Math.max(1, ...areas.map(({ shared, sync, async }) => shared + Math.max(sync, async)));
  return scrolling(
    'Tests by feature area',
    html`<table class="areas">
<thead><tr><th scope="col">Feature area</th><th scope="col">${breakable(pair.sync.name)}</th><th scope="col">${breakable(pair.async.name)}</th><th scope="col">Shared</th><th scope="col">Gap</th><td class="bars" aria-hidden="true"></td></tr></thead>
<tbody>${areas.map((area) => areaRow(area, most))}</tbody>
<tfoot><tr><th scope="row">Total</th><td>${total.sync}</td><td>${total.async}</td><td>${total.shared}</td><td>${gapText(total.gap)}</td><td class="bars" aria-hidden="true"></td></tr></tfoot>
</table>`,
  );
};

const memberText = (coverage: MemberCoverage | null): string => {
  if (coverage === null) return 'no code of its own';
  return coverage.called ? percent(percentOf(coverage.branches) ?? 100) : 'never called';
};

/** What the tests cover of each member, folded: a pair may have hundreds. */
export const membersTable = (pair: DashboardPair, { members }: TestStanding): Html => html`<details>
<summary>Coverage of each member: ${members.length} ${members.length === 1 ? 'member' : 'members'}</summary>
${scrolling(
  'Coverage of each member',
  html`<table>
<thead><tr><th scope="col">Member</th><th scope="col">${breakable(pair.sync.name)} branches</th><th scope="col">${breakable(pair.async.name)} branches</th></tr></thead>
<tbody>${members.map(
    ({ member, sync, async }) =>
      html`<tr><th scope="row"><code>${member}</code></th><td>${memberText(sync)}</td><td>${memberText(async)}</td></tr>`,
  )}</tbody>
</table>`,
)}
</details>`;

/** The coverage of both sides by metric. */
export const coverageTable = (pair: DashboardPair, tests: TestStanding): Html =>
  html`${scrolling(
    'Coverage',
    html`<table>
<thead><tr><th scope="col">Metric</th><th scope="col">${breakable(pair.sync.name)}</th><th scope="col">${breakable(pair.async.name)}</th><th scope="col">Difference</th><th scope="col">Required</th></tr></thead>
<tbody>${coverageRows(tests).map(
      ({ title, sync, async, apart, required }) =>
        html`<tr><th scope="row">${title}</th><td>${sync}</td><td>${async}</td><td>${apart}</td><td>${required}</td></tr>`,
    )}</tbody>
</table>`,
  )}<p class="note">${COVERAGE_NOTE}</p>`;

const runRow = ({ date, commit, coverage, tests, findings, allowed }: DashboardMoment): Html =>
  html`<tr><th scope="row">${minute(date)}</th><td><code>${commit?.slice(0, 10) ?? 'none'}</code></td><td>${coverage === null ? '–' : percent(coverage.sync)}</td><td>${coverage === null ? '–' : percent(coverage.async)}</td><td>${coverage === null ? '–' : points(coverage.apart)}</td><td>${tests?.sync ?? '–'}</td><td>${tests?.async ?? '–'}</td><td>${tests?.shared ?? '–'}</td><td>${findings}</td><td>${allowed}</td></tr>`;

/** The numbers behind the charts, the newest first. */
export const runsTable = (pair: DashboardPair, id: string): Html => html`<details>
<summary>Numbers behind the charts: ${pair.moments.length} ${pair.moments.length === 1 ? 'run' : 'runs'}</summary>
${scrolling(
  `Runs of ${pair.name}`,
  html`<table id="${id}">
<thead><tr><th scope="col">Run</th><th scope="col">Revision</th><th scope="col">${breakable(pair.sync.name)} branches</th><th scope="col">${breakable(pair.async.name)} branches</th><th scope="col">Gap</th><th scope="col">${breakable(pair.sync.name)} tests</th><th scope="col">${breakable(pair.async.name)} tests</th><th scope="col">Shared tests</th><th scope="col">Open findings</th><th scope="col">Allowed</th></tr></thead>
<tbody>${pair.moments.toReversed().map(runRow)}</tbody>
</table>`,
)}
</details>`;
