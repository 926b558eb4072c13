import type { AttemptRecord, NodeOutcome, NodeRecord } from '../../types/run-history.ts';
import { durationText } from './duration-text.ts';
import { type Html, html } from './html.ts';
import type { TimeAxis } from './time-axis.ts';
import type { Timeline, TimelineRow } from './timeline-model.ts';

/** What stands for an outcome beside its color, for whoever does not see that. */
export const SIGNS: Readonly<Record<NodeOutcome, string>> = {
  completed: '✓',
  failed: '✗',
  aborted: '■',
  skipped: '–',
  reused: '↺',
};

const MOST_STEPS_IN = 6;

/** The style of a bar between two moments. */
export const placed = (axis: TimeAxis, startMs: number, endMs: number): string =>
  `left:${axis.percent(startMs)}%;width:${axis.percent(endMs - startMs)}%`;

/** The marks of the axis: as labels, or as lines behind the bars. */
export const marks = (axis: TimeAxis, kind: 'axis' | 'lines'): Html =>
  html`<div class="${kind}" aria-hidden="true">${axis
    .ticks(8)
    .map(({ label, at }) => html`<i style="left:${at}%">${kind === 'axis' ? label : null}</i>`)}</div>`;

const attemptTitle = ({ startMs, endMs, outcome }: AttemptRecord, index: number): string =>
  `attempt ${index + 1} ${outcome}: ${durationText(startMs)} – ${durationText(endMs)}`;

const bar = (axis: TimeAxis, { node, isCritical }: TimelineRow): Html => {
  const { outcome, startMs, endMs, attempts } = node;
  if (outcome === 'skipped' || outcome === 'reused')
    return html`<b class="point ${outcome}" style="left:${axis.percent(startMs)}%">${SIGNS[outcome]}</b>`;
  return html`<b class="whole ${isCritical ? 'critical' : ''}" style="${placed(axis, startMs, endMs)}"></b>${attempts.map(
    (attempt, index) =>
      html`<b class="attempt ${attempt.outcome} ${isCritical ? 'critical' : ''}" style="${placed(axis, attempt.startMs, attempt.endMs)}" title="${attemptTitle(attempt, index)}"></b>`,
  )}`;
};

const takesTime = ({ outcome }: NodeRecord): boolean => outcome !== 'skipped' && outcome !== 'reused';

const facts = ({ node, isCritical, slackMs }: TimelineRow): readonly (readonly [string, string])[] => {
  const { path, nodeType, outcome, startMs, endMs, attempts, retries, ports, error } = node;
  const first = attempts[0];
  return [
    ['Path', path],
    ['Type', nodeType],
    [
      'Outcome',
      error === undefined ? outcome : `${outcome}: ${[error.name, error.code].filter(Boolean).join(' ')}`,
    ],
    ...(takesTime(node)
      ? ([
          ['Time', `${durationText(startMs)} – ${durationText(endMs)} (${durationText(endMs - startMs)})`],
          ['Attempts', attempts.length === 0 ? 'none' : attempts.map(attemptTitle).join('; ')],
          ['Retries', String(retries)],
          ...(first !== undefined && first.startMs - startMs >= 1
            ? ([['Waited to be let in', durationText(first.startMs - startMs)]] as const)
            : []),
        ] as const)
      : ([['At', durationText(startMs)]] as const)),
    ...(ports === undefined ? [] : ([['Active ports', ports.join(', ')]] as const)),
    ...(slackMs === null
      ? []
      : ([['Slack', isCritical ? 'none: it is on the critical path' : durationText(slackMs)]] as const)),
  ];
};

const row =
  (axis: TimeAxis) =>
  (each: TimelineRow): Html => {
    const { node, name, depth, isCritical } = each;
    const { outcome, startMs, endMs, attempts } = node;
    const time = takesTime(node) ? durationText(endMs - startMs) : outcome;
    const more = attempts.length > 1 ? html` <span class="tag">${attempts.length} attempts</span>` : null;
    return html`<li class="row${isCritical ? ' critical' : ''}"><details><summary>
<span class="name" style="padding-left:${Math.min(depth, MOST_STEPS_IN) * 14}px"><span class="sign ${outcome}">${SIGNS[outcome]}</span><span class="hidden">${outcome}</span> <span class="id">${name}</span>${isCritical ? html` <span class="tag critical">critical</span>` : null}${more}</span>
<span class="track" aria-hidden="true">${bar(axis, each)}</span>
<span class="time">${time}</span>
</summary><dl class="facts">${facts(each).map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl></details></li>
`;
  };

/** The nodes of a run, a bar each. */
export const nodeRows = ({ axis, rows }: Timeline): Html =>
  html`<div class="chart card"><div class="ruler">${marks(axis, 'axis')}</div><div class="body">${marks(axis, 'lines')}<ol class="rows">
${rows.map(row(axis))}</ol></div></div>`;
