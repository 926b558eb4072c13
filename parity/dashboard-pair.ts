import { pairCharts } from './dashboard-charts.ts';
import { type Html, html } from './dashboard-html.ts';
import type { DashboardPair } from './dashboard-model.ts';
import { areasTable, coverageTable, membersTable, runsTable } from './dashboard-tables.ts';
import { pairTiles } from './dashboard-tiles.ts';
import { age, day } from './report-numbers.ts';
import { fewOfEachKind } from './report-recommendations.ts';

const findingItem = ({
  check,
  member,
  side,
  message,
  since,
  days,
}: DashboardPair['findings'][number]): Html =>
  html`<li><p class="head"><code>${member === '' ? 'the pair' : member}</code> <span class="tag">${check}</span> <span class="tag ${side}">${side}</span> <span class="age">open ${days === 0 ? 'since today' : `for ${age(days)}`} (${day(since)})</span></p><p>${message}</p></li>`;

const allowedItem = ({
  check,
  member,
  side,
  reason,
  expires,
  since,
  days,
}: DashboardPair['allowed'][number]): Html =>
  html`<li><p class="head"><code>${member === '' ? 'the pair' : member}</code> <span class="tag">${check}</span> <span class="tag ${side}">${side}</span> <span class="age">allowed ${days === 0 ? 'since today' : `for ${age(days)}`} (${day(since)})${expires === null ? '' : `, until ${expires}`}</span></p><p>${reason === '' ? 'No reason given.' : reason}</p></li>`;

const listOr = (items: readonly Html[], none: string): Html =>
  items.length === 0 ? html`<p class="none">${none}</p>` : html`<ul class="items card">${items}</ul>`;

/** The section of a pair. `anchor` is its id in the page. */
export const pairSection = (pair: DashboardPair, anchor: string): Html => {
  const table = `${anchor}-runs`;
  const { tests } = pair;
  return html`<section id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${pair.name}</h2>
<p class="sides"><i class="key sync"></i><code title="${pair.sync.source}">${pair.sync.name}</code> and <i class="key async"></i><code title="${pair.async.source}">${pair.async.name}</code></p>
${pairTiles(pair)}
<h3>Open findings</h3>
${listOr(pair.findings.map(findingItem), 'None: the two sides are in step.')}
<h3>Over time</h3>
${pairCharts(pair, anchor, table)}
${runsTable(pair, table)}
<h3>Tests by feature area</h3>
${
  tests === null
    ? html`<p class="none">Not measured. Run <code>lockstep test</code>.</p>`
    : html`${areasTable(pair, tests)}
<p class="note">Under a side’s name stand the tests for that side alone; a shared test runs on both. The gap is what the side with fewer tests lacks of the other.</p>
<h3>Coverage</h3>
${coverageTable(pair, tests)}
${tests.members.length === 0 ? null : membersTable(pair, tests)}
<h3>Test shortfalls</h3>
${listOr(
  fewOfEachKind(tests.shortfalls).map((text) => html`<li><p>${text}</p></li>`),
  'None: both sides are tested alike.',
)}`
}
<h3>Allowed differences</h3>
${listOr(pair.allowed.map(allowedItem), 'None.')}
</section>`;
};
