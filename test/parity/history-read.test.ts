import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseHistory } from '../../parity/history-read.ts';
import { sampleRecord } from './history-samples.ts';

const line = (day: string, change = {}): string => JSON.stringify(sampleRecord(day, change));

describe('reading a history', () => {
  test('gives the oldest record first, whatever the order of the lines', () => {
    const { records } = parseHistory([line('2026-01-03'), line('2026-01-01'), line('2026-01-02')].join('\n'));
    assert.deepEqual(
      records.map(({ date }) => date.slice(0, 10)),
      ['2026-01-01', '2026-01-02', '2026-01-03'],
    );
  });

  test('counts a line once that a merge has left twice', () => {
    assert.equal(parseHistory(`${line('2026-01-01')}\n${line('2026-01-01')}\n`).records.length, 1);
  });

  test('reads lines that end with a carriage return', () => {
    assert.deepEqual(parseHistory(`${line('2026-01-01')}\r\n`).faults, []);
  });

  for (const [name, bad, message] of [
    ['a torn line', '{"version":1,"date":"2026', /not JSON/],
    ['zeros, as a crash leaves them', '\0\0\0\0', /not JSON/],
    ['JSON that is no record', '[1]', /not a record/],
    ['a later version', line('2026-01-02', { version: 2 }), /'version'/],
    ['a date that is none', line('2026-01-02', { date: '2026-02-30T08:00:00.000Z' }), /'date'.*not a moment/],
    ['a merge conflict marker', '<<<<<<< HEAD', /merge conflict/],
    ['a negative count', line('2026-01-02').replace('"compared":20', '"compared":-1'), /compared/],
  ] as const) {
    test(`skips and reports ${name}`, () => {
      const { records, faults } = parseHistory(`${line('2026-01-01')}\n${bad}\n${line('2026-01-03')}\n`);
      assert.equal(records.length, 2);
      assert.equal(faults.length, 1);
      assert.equal(faults[0]?.line, 2);
      assert.match(faults[0]?.message ?? '', message);
    });
  }
});
