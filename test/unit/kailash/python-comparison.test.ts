import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pythonComparison } from '../../../src/kailash/python-comparison.ts';

const understood: readonly [expression: string, path: string, operator: string, value?: unknown][] = [
  ['quality > 0.9', 'quality', '>', 0.9],
  ['  quality>=1_000 ', 'quality', '>=', 1000],
  ['error < 1e-3', 'error', '<', 0.001],
  ['0.9 <= quality', 'quality', '>=', 0.9],
  ['-1 > n_left', 'n_left', '<', -1],
  ['converged == True', 'converged', '==', true],
  ["status != 'open'", 'status', '!=', 'open'],
  ['status in ["done", \'failed\',]', 'status', 'in', ['done', 'failed']],
  ["'x' in tags", 'tags', 'contains', 'x'],
  ['rest is None', 'rest', 'is_null'],
  ['rest == None', 'rest', 'is_null'],
  ['rest is not None', 'rest', 'is_not_null'],
  ["results['n']['score'] == 1", 'n.score', '==', 1],
  ["n.get('score') == 1", 'n.score', '==', 1],
  ['n["result"]["score"] == 1', 'n.result.score', '==', 1],
];
const others = [
  'quality > 0.9 and done',
  '0 < quality < 1',
  'abs(loss) < 0.001',
  'a + 1 > 2',
  'not done',
  'done',
  'a > b',
  'done > True',
  'a > None',
  'a is 5',
  'a not in [1]',
  'a in 5',
  'a == "\\n"',
  'a == 99999999999999999999',
  "__import__('os').system('id') == 0",
  '',
];

describe('TestPythonComparison', () => {
  for (const [expression, path, operator, value] of understood) {
    test(`test_python_comparison_understands ${expression}`, () => {
      const expected = { path: path.split('.'), operator, ...(value !== undefined && { value }) };
      assert.deepEqual(pythonComparison(expression), expected);
    });
  }

  for (const expression of others) {
    test(`test_python_comparison_leaves ${JSON.stringify(expression)}`, () => {
      assert.equal(pythonComparison(expression), undefined);
    });
  }
});
