import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeValue } from '../../../src/errors/describe-value.ts';

const rows: readonly [name: string, value: unknown, text: string][] = [
  ['a_string', 'a\nb', "'a\\nb'"],
  ['an_error', new TypeError('no'), 'TypeError: no'],
  ['an_error_with_entries', Object.assign(new Error('no'), { code: 'X' }), "Error: no { code: 'X' }"],
  ['an_error_inside', { a: { error: new TypeError('no') }, b: 1 }, '{ a: { error: TypeError: no }, b: 1 }'],
  ['an_error_in_a_list', [new Error('one'), 2], '[ Error: one, 2 ]'],
  [
    'an_error_with_a_cause',
    new Error('no', { cause: new Error('why') }),
    'Error: no { [cause]: Error: why }',
  ],
  ['a_long_value', 'x'.repeat(200), `'${'x'.repeat(80)}'... 120 more characters`],
  [
    'a_very_long_value',
    Array.from({ length: 5 }, () => 'x'.repeat(60)),
    `[ '${'x'.repeat(60)}', '${'x'.repeat(50)}...`,
  ],
];

describe('TestDescribeValue', () => {
  for (const [name, value, text] of rows) {
    test(`test_${name}_is_shown_on_one_line_without_a_stack`, () => {
      assert.equal(describeValue(value), text);
    });
  }
});
