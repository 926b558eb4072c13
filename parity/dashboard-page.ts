import { html } from './dashboard-html.ts';
import type { Dashboard } from './dashboard-model.ts';
import { pairSection } from './dashboard-pair.ts';
import { STYLE } from './dashboard-style.ts';
import { minute, revision } from './report-numbers.ts';

/** Nothing may be loaded and no script may run: the page is complete as it is. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const anchorOf = (index: number): string => `pair-${index + 1}`;

const header = (dashboard: Dashboard) => {
  const { project, ok, testsMeasured, runs, pairs } = dashboard;
  const facts = [
    `As of ${minute(dashboard.date)}`,
    revision(dashboard),
    `${runs} ${runs === 1 ? 'run' : 'runs'}`,
    testsMeasured === null ? 'tests not measured' : `tests measured ${minute(testsMeasured.date)}`,
  ];
  return html`<header>
<p class="eyebrow">Sync/async parity</p>
<h1>${project}</h1>
<p class="verdict ${ok ? 'pass' : 'fail'}">${ok ? '✓ In step' : '✗ Not in step'}</p>
<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
${
  pairs.length < 2
    ? null
    : html`<nav aria-label="Pairs"><ul>${pairs.map(
        (pair, index) =>
          html`<li><a href="#${anchorOf(index)}"><span class="${pair.ok ? 'pass' : 'fail'}">${pair.ok ? '✓' : '✗'}</span> ${pair.name}</a></li>`,
      )}</ul></nav>`
}
</header>`;
};

const nextSteps = ({ nextSteps: steps }: Dashboard) =>
  html`<section aria-labelledby="next-steps"><h2 id="next-steps">Next steps</h2>
${steps.length === 0 ? html`<p class="none">Nothing to do: parity is maintained.</p>` : html`<ol class="items card">${steps.map((step) => html`<li><p>${step}</p></li>`)}</ol>`}</section>`;

const skipped = ({ skippedLines }: Dashboard) =>
  skippedLines.length === 0
    ? null
    : html`<section aria-labelledby="skipped"><h2 id="skipped">Skipped lines of the history</h2>
<ul class="items card">${skippedLines.map(({ line, message }) => html`<li><p>Line ${line}: ${message}</p></li>`)}</ul></section>`;

/** Renders a dashboard as one HTML file without scripts, which loads nothing. The same dashboard gives the same bytes. */
export const renderDashboard = (dashboard: Dashboard): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${dashboard.ok ? '✓' : '✗'} ${dashboard.project}: sync/async parity</title>
<link rel="icon" href="data:,">
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the pairs</a>
<div class="page">
${header(dashboard)}
<main id="main">
${dashboard.pairs.map((pair, index) => pairSection(pair, anchorOf(index)))}
${nextSteps(dashboard)}
${skipped(dashboard)}
</main>
<footer><p>Made by Lockstep from the project’s history. This page runs no script and loads nothing.</p></footer>
</div>
</body>
</html>
`.html;
