import type { RunRecord } from '../../types/run-history.ts';
import { durationText } from './duration-text.ts';
import { type Html, html } from './html.ts';
import { laneRows } from './timeline-lanes.ts';
import { type Timeline, timelineOf } from './timeline-model.ts';
import { nodeRows } from './timeline-rows.ts';
import { STYLE } from './timeline-style.ts';
import { nodeTable } from './timeline-table.ts';

/** Nothing may be loaded and no script may run: the page is complete as it is. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const ORIGINS = { new: null, resumed: 'went on from checkpoints', answered: 'its kept result was answered' };

/**
 * A run as one HTML file: which node was under way when, in which attempts, what was skipped, what it waited for, and its critical path.
 * It loads nothing, runs no script, and can be read in dark and light, with the keyboard, and on paper.
 *
 * @param record - as `getRunHistory` answers it
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs';
 * import { LocalRuntime, MemoryRunHistoryStore, runToHtml, WorkflowBuilder } from 'lockstep';
 * const runtime = new LocalRuntime({ analytics: { store: new MemoryRunHistoryStore() } });
 * runtime.execute(new WorkflowBuilder().addNode('FunctionNode', 'a', { run: () => 1 }).build());
 * const [record] = runtime.getRunHistory();
 * if (record) writeFileSync('run.html', runToHtml(record));
 * ```
 */
export const runToHtml = (record: RunRecord): string => {
  const timeline = timelineOf(record);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${record.workflow}: ${record.status} in ${durationText(record.durationMs)}</title>
<link rel="icon" href="data:,">
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#numbers-of-nodes">Skip to the numbers</a>
<div class="page">
${header(timeline)}
<main>
<section aria-labelledby="critical"><h2 id="critical">Critical path</h2>
${path(timeline)}</section>
<section aria-labelledby="lanes"><h2 id="lanes">Concurrency</h2>
${laneRows(timeline)}</section>
<section aria-labelledby="nodes"><h2 id="nodes">Nodes</h2>
${legend(timeline)}
${nodeRows(timeline)}
<div id="numbers-of-nodes">${nodeTable(timeline)}</div></section>
</main>
<footer><p>Made by Lockstep from the record of one run. This page runs no script and loads nothing.</p></footer>
</div>
</body>
</html>
`.html;
};

const header = ({ record, critical }: Timeline): Html => {
  const { workflow, status, runId, startedAt, durationMs, nodes, origin, error, leftOut, profile } = record;
  const retries = nodes.reduce((sum, node) => sum + node.retries, 0);
  const having = (outcome: string): number => nodes.filter((node) => node.outcome === outcome).length;
  const about = [
    `Run ${runId}`,
    `Started ${new Date(startedAt).toISOString().replace('T', ' ').slice(0, 19)} UTC`,
    ORIGINS[origin],
    error === undefined ? null : `${error.name}${error.code === undefined ? '' : ` (${error.code})`}`,
    leftOut === 0 ? null : `${leftOut} nodes are left out`,
  ].filter((fact) => fact !== null);
  const lag = profile?.eventLoopDelay;
  const tiles: readonly (readonly [string, string, string])[] = [
    ['Time', durationText(durationMs), ''],
    ['Critical path', durationText(critical.lengthMs), `and ${durationText(critical.overheadMs)} beyond it`],
    ['Nodes run', String(nodes.length - having('skipped') - having('reused')), `of ${nodes.length}`],
    ['Skipped', String(having('skipped')), ''],
    ['Failed', String(having('failed')), ''],
    ['Retries', String(retries), ''],
    ...(lag == null
      ? []
      : [['Event loop delay', durationText(lag.p99Ms), 'in 99 % of looks or less'] as const]),
  ];
  return html`<header>
<p class="eyebrow">Timeline of a run</p>
<h1>${workflow}</h1>
<p class="verdict ${status}">${status === 'completed' ? '✓ ' : status === 'failed' ? '✗ ' : ''}${status}</p>
<ul class="about">${about.map((fact) => html`<li>${fact}</li>`)}</ul>
<dl class="tiles">${tiles.map(([name, value, of]) => html`<div class="tile card"><dt>${name}</dt><dd>${value}${of === '' ? null : html` <span class="of">${of}</span>`}</dd></div>`)}</dl>
</header>`;
};

const MOST_ON_PATH = 40;

const path = ({ critical: { nodes } }: Timeline): Html => {
  if (nodes.length === 0) return html`<p class="note">No node was run.</p>`;
  const shown = nodes.slice(0, MOST_ON_PATH);
  return html`<p class="note">The longest chain of nodes each of which had to wait for the one before: the run is shorter only if one of these is.</p>
<ol class="path">${shown.map(({ nodeId, iteration, durationMs }) => html`<li>${nodeId}${iteration === undefined ? '' : ` #${iteration}`} <span class="ms">${durationText(durationMs)}</span></li>`)}${nodes.length > MOST_ON_PATH ? html`<li>${nodes.length - MOST_ON_PATH} more</li>` : null}</ol>`;
};

const legend = ({ record: { nodes } }: Timeline): Html => {
  const any = (outcome: string): boolean =>
    nodes.some((node) => node.outcome === outcome || node.attempts.some((each) => each.outcome === outcome));
  const keys: readonly (readonly [string, string, boolean])[] = [
    ['bar', 'an attempt', true],
    ['critical', 'on the critical path', true],
    ['wait', 'waiting, within the node’s time', true],
    ['bad', 'a failed attempt', any('failed')],
    ['cut', 'ended with the run', any('aborted')],
  ];
  return html`<ul class="keys">${keys.map(([name, text, isThere]) => (isThere ? html`<li><i class="${name}"></i>${text}</li>` : null))}${any('skipped') ? html`<li>– skipped</li>` : null}${any('reused') ? html`<li>↺ taken from a checkpoint</li>` : null}</ul>
<p class="note">Each node opens to tell more.</p>`;
};
