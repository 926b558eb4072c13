import { concurrencyOf } from './concurrency.ts';
import { durationText } from './duration-text.ts';
import { type Html, html } from './html.ts';
import { lanesOf } from './lanes.ts';
import type { Timeline } from './timeline-model.ts';
import { marks, placed } from './timeline-rows.ts';

/** Beyond that, lanes tell no more than the number of nodes at once does. */
const MOST_LANES = 32;

/** Which nodes were under way at once. */
export const laneRows = ({ record, axis, rows }: Timeline): Html => {
  const lanes = lanesOf(record.nodes);
  const critical = new Set(rows.filter(({ isCritical }) => isCritical).map(({ node }) => node));
  const { max, mean, limit, utilisation } = concurrencyOf(record);
  const places = limit === 1 ? 'one at a time' : `${limit} at a time`;
  const text = `At most ${max} ${max === 1 ? 'node was' : 'nodes were'} under way at once, ${mean.toFixed(1)} on average: ${Math.round(utilisation * 100)} % of what the runtime allows (${places}).`;
  return html`<p class="note">${text}</p>
<div class="chart lanes card" aria-hidden="true"><div class="ruler">${marks(axis, 'axis')}</div><div class="body">${marks(axis, 'lines')}${lanes
    .slice(0, MOST_LANES)
    .map(
      (lane) =>
        html`<div class="lane">${lane.map((node) => {
          const { nodeId, outcome, startMs, endMs } = node;
          return html`<b class="attempt ${outcome}${critical.has(node) ? ' critical' : ''}" style="${placed(axis, startMs, endMs)}" title="${nodeId}: ${durationText(endMs - startMs)}"></b>`;
        })}</div>`,
    )}</div></div>${
    lanes.length > MOST_LANES
      ? html`<p class="note">${lanes.length - MOST_LANES} further lanes are not shown.</p>`
      : null
  }`;
};
