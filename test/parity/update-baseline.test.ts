import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AllowEntry } from '../../parity/config.ts';
import { baselineText, updateBaseline } from '../../parity/update-baseline.ts';
import { finding, pair, report } from './render/sample-report.ts';

const placed = (entry: AllowEntry) => ({ entry, file: 'lockstep.baseline.json', line: null, column: null });

const GET: AllowEntry = { pair: 'Store', member: 'get', check: 'parameter-name', side: 'async', reason: '' };

test('each finding that nothing covers gets one entry, without a reason, in a stable order', () => {
  const found = report(pair([finding({ member: 'set' }), finding(), finding({ line: 70 })]));
  assert.deepEqual(updateBaseline(found, [], []), {
    entries: [GET, { ...GET, member: 'set' }],
    added: 2,
    removed: 0,
  });
});

test('reasons stay, stale entries go, and what the config allows is left to it', () => {
  const found = report(pair([finding(), finding({ member: 'set' })]));
  const kept = { ...GET, reason: 'public since 1.0' };
  const update = updateBaseline(
    found,
    [{ ...GET, member: 'set', reason: 'x' }],
    [placed(kept), placed({ ...GET, member: 'gone' })],
  );
  assert.deepEqual(update, { entries: [kept], added: 0, removed: 1 });
});

test('entries of pairs that were not compared stay', () => {
  const other = { ...GET, pair: 'Queue' };
  assert.deepEqual(updateBaseline(report(pair([])), [], [placed(other)]).entries, [other]);
});

test('an expired entry stays, so that it keeps failing until somebody decides', () => {
  const expired = { ...GET, reason: 'soon', expires: '2001-01-01' };
  assert.deepEqual(updateBaseline(report(pair([finding()])), [], [placed(expired)]).entries, [expired]);
});

test('findings on the allowlist itself get no entry', () => {
  assert.deepEqual(updateBaseline(report(pair([finding({ check: 'stale-exemption' })])), [], []).entries, []);
});

test('a second update changes no byte', () => {
  const found = report(pair([finding(), finding({ member: 'set' })]));
  const first = updateBaseline(found, [], []);
  const second = updateBaseline(found, [], first.entries.map(placed));
  assert.equal(baselineText(second.entries), baselineText(first.entries));
});
