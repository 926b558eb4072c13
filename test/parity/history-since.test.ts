import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HistoryRecord } from '../../parity/history-record.ts';
import { daysBetween, standsSince } from '../../parity/history-since.ts';
import { sampleFinding, samplePair, sampleRecord } from './history-samples.ts';

const open = (day: string): HistoryRecord =>
  sampleRecord(day, { pairs: [{ ...samplePair, findings: [sampleFinding] }] });
const since = (records: readonly HistoryRecord[]): string | null =>
  standsSince(records, 'runtime', 'findings', sampleFinding.id);

describe('since when a finding stands', () => {
  test('is its first record', () => {
    assert.equal(
      since([sampleRecord('2026-01-01'), open('2026-01-02'), open('2026-01-03')]),
      '2026-01-02T08:00:00.000Z',
    );
    assert.equal(since([open('2026-01-01'), open('2026-01-03')]), '2026-01-01T08:00:00.000Z');
  });

  test('starts anew when it had been mended', () => {
    assert.equal(
      since([open('2026-01-01'), sampleRecord('2026-01-02'), open('2026-01-03')]),
      '2026-01-03T08:00:00.000Z',
    );
  });

  test('starts anew each time it had been mended', () => {
    const records = [
      sampleRecord('2026-01-01'),
      open('2026-01-02'),
      sampleRecord('2026-01-03'),
      open('2026-01-04'),
    ];
    assert.equal(since(records), '2026-01-04T08:00:00.000Z');
  });

  test('is nothing when it is mended now, or was never there', () => {
    assert.equal(since([open('2026-01-01'), sampleRecord('2026-01-02')]), null);
    assert.equal(since([]), null);
  });

  test('does not take the same id in another list or pair', () => {
    assert.equal(standsSince([open('2026-01-01')], 'runtime', 'allowed', sampleFinding.id), null);
    assert.equal(standsSince([open('2026-01-01')], 'store', 'findings', sampleFinding.id), null);
  });

  test('counts whole days', () => {
    assert.equal(daysBetween('2026-01-01T08:00:00.000Z', '2026-01-03T07:59:59.999Z'), 1);
    assert.equal(daysBetween('2026-01-03T08:00:00.000Z', '2026-01-01T08:00:00.000Z'), 0);
  });
});
