import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { appendStepSummary } from '../../parity/step-summary.ts';

const summaryFile = (test: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-summary-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'summary.md');
};

test('what an earlier step wrote stays', (t) => {
  const file = summaryFile(t);
  writeFileSync(file, 'before\n');
  appendStepSummary(file, 'after\n');
  assert.equal(readFileSync(file, 'utf8'), 'before\nafter\n');
});

test('a summary that GitHub would refuse is cut at a line, in whole characters, and says so', (t) => {
  const file = summaryFile(t);
  appendStepSummary(file, '| é😀 |\n'.repeat(200_000));
  const text = readFileSync(file, 'utf8');
  assert.ok(statSync(file).size <= 1024 * 1024);
  assert.match(text, /\n\| é😀 \|\n\nThe summary is cut here: GitHub takes one mebibyte\.\n$/);
  assert.ok(!text.includes('\ufffd'));
});
