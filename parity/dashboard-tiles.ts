import { type Html, type HtmlValue, html } from './dashboard-html.ts';
import type { DashboardPair } from './dashboard-model.ts';
import { age, percent, points } from './report-numbers.ts';

interface Tile {
  readonly title: string;
  readonly value: HtmlValue;
  readonly note: string;
  /** `null` for a number that is held to nothing. */
  readonly ok: boolean | null;
}

const tile = ({ title, value, note, ok }: Tile): Html =>
  html`<div class="tile card${ok === false ? ' bad' : ''}"><dt>${title}</dt><dd class="value">${value}</dd><dd class="note">${ok === null ? null : html`<span class="${ok ? 'pass' : 'fail'}">${ok ? '✓ pass' : '✗ fail'}</span> `}${note}</dd></div>`;

const testTiles = ({ tests }: DashboardPair): readonly Tile[] => {
  if (tests === null)
    return [{ title: 'Tests', value: '–', note: "not measured: run 'lockstep test'", ok: null }];
  const { coverage, thresholds, total, ratio, failed } = tests;
  const { sync, async, apart } = coverage.branches;
  const enough = [sync, async].every((value) => value !== null && value >= thresholds.coverage);
  const failures = failed.sync + failed.async;
  return [
    {
      title: 'Branch coverage',
      value: html`<span class="of"><i class="key sync"></i>${percent(sync)}</span> <span class="of"><i class="key async"></i>${percent(async)}</span>`,
      note: `at least ${thresholds.coverage} %`,
      ok: enough,
    },
    {
      title: 'Coverage gap',
      value: points(apart),
      note: `at most ${thresholds.difference}`,
      ok: apart !== null && apart <= thresholds.difference,
    },
    {
      title: 'Shared tests',
      value: total.shared,
      note: failures === 0 ? 'none fails' : `${failures} tests fail`,
      ok: failures === 0 && total.shared > 0,
    },
    {
      title: 'Test ratio',
      value: ratio === null ? '–' : ratio.toFixed(2),
      note: `at least ${thresholds.testRatio}`,
      ok: ratio !== null && ratio >= thresholds.testRatio,
    },
  ];
};

/** The numbers of a pair at a glance. */
export const pairTiles = (pair: DashboardPair): Html => {
  const { findings, allowed, members } = pair;
  const oldest = findings[0];
  const tiles: readonly Tile[] = [
    {
      title: 'Open findings',
      value: findings.length,
      note: oldest === undefined ? `${members.compared} members compared` : `oldest ${age(oldest.days)}`,
      ok: findings.length === 0,
    },
    ...testTiles(pair),
    { title: 'Allowed', value: allowed.length, note: 'with reasons, below', ok: null },
  ];
  return html`<dl class="tiles">${tiles.map(tile)}</dl>`;
};
