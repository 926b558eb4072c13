import { type Html, html } from './html.ts';
import type { Timeline, TimelineRow } from './timeline-model.ts';

const HEADS = ['Node', 'Type', 'Outcome', 'Start ms', 'End ms', 'Time ms', 'Attempts', 'Slack ms', 'Error'];

const row = ({ node, isCritical, slackMs }: TimelineRow): Html => {
  const { path, iteration, nodeType, outcome, startMs, endMs, attempts, error } = node;
  const cells = [
    nodeType,
    isCritical ? `${outcome}, critical` : outcome,
    startMs.toFixed(3),
    endMs.toFixed(3),
    (endMs - startMs).toFixed(3),
    attempts.length,
    slackMs === null ? '' : slackMs.toFixed(3),
    error === undefined ? '' : (error.code ?? error.name),
  ];
  return html`<tr><th scope="row">${path}${iteration === undefined ? '' : ` #${iteration}`}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
};

/** All numbers of a run, for whoever reads no bars. */
export const nodeTable = ({ rows }: Timeline): Html =>
  html`<details id="numbers"><summary>Numbers of all nodes</summary><div class="scroll" tabindex="0" role="region" aria-label="Numbers of all nodes"><table>
<thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}</tbody></table></div></details>`;
