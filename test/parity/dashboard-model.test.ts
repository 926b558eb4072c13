import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Dashboard, dashboardOf } from '../../parity/dashboard-model.ts';
import { renderDashboard } from '../../parity/dashboard-page.ts';
import type { HistoryRecord } from '../../parity/history-record.ts';
import { sampleFinding, samplePair, sampleRecord } from './history-samples.ts';

const of = (records: readonly HistoryRecord[], branch?: string): Dashboard => {
  const dashboard = dashboardOf('shop', { records, faults: [] }, branch);
  assert.ok(dashboard);
  return dashboard;
};
const open = { ok: false, pairs: [{ ...samplePair, findings: [sampleFinding] }] };

describe('the dashboard of a history', () => {
  test('is none without a record, or without one of the branch', () => {
    assert.equal(dashboardOf('shop', { records: [], faults: [] }), null);
    assert.equal(dashboardOf('shop', { records: [sampleRecord()], faults: [] }, 'other'), null);
  });

  test('says since when each finding stands, the oldest first', () => {
    const later = { ...sampleFinding, id: 'later', member: 'open' };
    const both = { ok: false, pairs: [{ ...samplePair, findings: [later, sampleFinding] }] };
    const { pairs } = of([sampleRecord('2026-01-01', open), sampleRecord('2026-02-01', both)]);
    assert.deepEqual(
      pairs[0]?.findings.map(({ member, days }) => [member, days]),
      [
        ['close', 31],
        ['open', 0],
      ],
    );
    assert.equal(pairs[0]?.allowed[0]?.since, '2026-01-01T08:00:00.000Z');
  });

  test('leaves the records of other branches out', () => {
    const records = [sampleRecord('2026-01-01', { branch: 'topic' }), sampleRecord('2026-01-02')];
    assert.equal(of(records).runs, 1);
    assert.equal(of(records, 'topic').date, '2026-01-01T08:00:00.000Z');
  });

  test('gives the strategy’s gap of each area: what the side with fewer tests lacks', () => {
    const areas = [
      { area: 'Conditional execution', shared: 0, sync: 16, async: 0, branches: null },
      { area: 'Enterprise features', shared: 0, sync: 8, async: 2, branches: null },
      { area: 'Resource management', shared: 0, sync: 5, async: 2, branches: null },
      { area: 'Nothing', shared: 0, sync: 0, async: 0, branches: null },
    ];
    const tests = samplePair.tests === null ? null : { ...samplePair.tests, areas };
    const { pairs } = of([sampleRecord('2026-01-01', { pairs: [{ ...samplePair, tests }] })]);
    assert.deepEqual(
      pairs[0]?.tests?.areas.map(({ gap }) => gap),
      [100, 75, 60, null],
    );
  });
});

describe('the dashboard page', () => {
  test('has the same bytes for the same history', () => {
    const records = [sampleRecord('2026-01-01'), sampleRecord('2026-01-02', open)];
    assert.equal(renderDashboard(of(records)), renderDashboard(of(structuredClone(records))));
  });

  test('names nothing to load, and has no script', () => {
    const page = renderDashboard(of([sampleRecord('2026-01-01', open)]));
    assert.doesNotMatch(page, /<script|<link(?! rel="icon" href="data:,">)|@import|url\(|src=/);
    assert.match(page, /default-src &#39;none&#39;/);
  });

  test('shows what the history says', () => {
    const page = renderDashboard(of([sampleRecord('2026-01-01', open), sampleRecord('2026-01-03', open)]));
    for (const text of [
      '✗ Not in step',
      'open for 2 days (2026-01-01)',
      '95.0 %',
      'shorthand for callers in an event loop',
    ]) {
      assert.ok(page.includes(text), text);
    }
  });

  test('reports the lines of the history that were skipped', () => {
    const dashboard = dashboardOf('shop', {
      records: [sampleRecord()],
      faults: [{ line: 3, message: 'It is not JSON.' }],
    });
    assert.ok(dashboard);
    assert.match(renderDashboard(dashboard), /Line 3: It is not JSON\./);
  });

  test('draws a single record, a pair without tests, and thousands of records', () => {
    const untested = sampleRecord('2026-01-01', { pairs: [{ ...samplePair, tests: null }] });
    assert.match(renderDashboard(of([untested])), /Not measured\. Run <code>lockstep test<\/code>/);
    const start = Date.parse('2020-01-01T08:00:00.000Z');
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...sampleRecord(),
      date: new Date(start + index * 86_400_000).toISOString(),
    }));
    const page = renderDashboard(of(many));
    assert.doesNotMatch(page, /NaN|Infinity|undefined/);
    assert.doesNotMatch(renderDashboard(of([untested])), /NaN|Infinity|undefined/);
  });
});
