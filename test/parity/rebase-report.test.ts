import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebaseReport } from '../../parity/rebase-report.ts';
import { drifted } from './render/sample-report.ts';

test('files of both sides are shown from the folder of the call', () => {
  const [first] = rebaseReport(drifted, '/project', '/project/src/deep').pairs[0]?.findings ?? [];
  assert.equal(first?.file, '../async-store.ts');
  assert.equal(first?.counterpart?.file, '../store.ts');
});

test('in the folder of the config nothing changes', () => {
  assert.equal(rebaseReport(drifted, '/project', '/project'), drifted);
});
