/** Measures what each side's own tests cover of `src/`, and fails when a side is behind: `npm run coverage`. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countProblems, coverageProblems, isConditional, LIMITS } from './coverage/coverage-problems.ts';
import { measureSide, type Share, type SideMeasure } from './coverage/measure-side.ts';

const column = (text: string, width = 20): string => text.padStart(width);
const share = ({ percent, covered, total }: Share): string => `${percent.toFixed(2)} % (${covered}/${total})`;
const row = ({ side, branches, lines, tests }: SideMeasure): string =>
  side.padEnd(6) +
  column(share(branches)) +
  column(share(lines)) +
  column(String(tests.length), 8) +
  column(String(tests.filter(isConditional).length), 13);

const sync = measureSide('sync');
const async = measureSide('async');
console.log(`side  ${column('branches')}${column('lines')}${column('tests', 8)}${column('conditional', 13)}`);
console.log(row(sync));
console.log(row(async));
const points = Math.abs(sync.branches.percent - async.branches.percent);
console.log(`Difference: ${points.toFixed(2)} points of branches (at most ${LIMITS.difference}).`);

describe('TestRuntimeCoverageParity', () => {
  test('test_runtime_coverage_parity', () => {
    assert.deepEqual(coverageProblems(sync, async), []);
  });

  test('test_conditional_execution_coverage_parity', () => {
    assert.deepEqual(countProblems(sync, async), []);
  });
});
