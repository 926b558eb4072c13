import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countProblems, coverageProblems } from '../coverage/coverage-problems.ts';
import type { SideMeasure } from '../coverage/measure-side.ts';

const share = (percent: number) => ({ total: 1000, covered: percent * 10, percent });
const record = (name: string) => ({ name, file: 'test/shared/runtime/edges.test.ts', passed: true });
const measure = (
  side: SideMeasure['side'],
  branches: number,
  tests: readonly string[],
  lines = 90,
): SideMeasure => ({
  side,
  branches: share(branches),
  lines: share(lines),
  tests: tests.map(record),
});
const ten = (name: string, count = 10): readonly string[] => Array.from({ length: count }, () => name);

describe('TestCoverageProblems', () => {
  test('test_equal_sides_have_no_problem', () => {
    const [sync, async] = [
      measure('sync', 85, ten('conditional')),
      measure('async', 90, ten('conditional', 8)),
    ];
    assert.deepEqual([coverageProblems(sync, async), countProblems(sync, async)], [[], []]);
  });

  test('test_a_side_below_the_minimum', () => {
    assert.deepEqual(coverageProblems(measure('sync', 84.9, []), measure('async', 88, [], 80)), [
      'The sync side covers 84.9 % of branches: at least 85 % are needed.',
      'The async side covers 80.0 % of lines: at least 85 % are needed.',
    ]);
  });

  test('test_sides_too_far_apart', () => {
    assert.deepEqual(coverageProblems(measure('sync', 95.1, []), measure('async', 90, [])), [
      'The sides differ by 5.1 points of branches: at most 5 are allowed.',
    ]);
  });

  test('test_nothing_measured_is_never_equal', () => {
    const nothing = { total: 0, covered: 0, percent: 0 };
    const empty: SideMeasure = { side: 'sync', branches: nothing, lines: nothing, tests: [] };
    assert.deepEqual(coverageProblems(empty, measure('async', 90, [])), [
      'The sync side: nothing of src/ was measured.',
    ]);
    assert.deepEqual(countProblems(empty, measure('async', 90, ten('conditional'))), [
      'All tests: 0 sync and 10 async tests: each side needs some.',
      'Conditional execution: 0 sync and 10 async tests: each side needs some.',
    ]);
  });

  test('test_a_side_with_fewer_conditional_tests', () => {
    const sync = measure('sync', 90, [...ten('conditional', 16), ...ten('other', 20)]);
    const async = measure('async', 90, [...ten('conditional', 12), ...ten('other', 20)]);
    assert.deepEqual(countProblems(sync, async), [
      'Conditional execution: 16 sync and 12 async tests, a ratio of 0.75: at least 0.8 is needed.',
    ]);
  });
});
