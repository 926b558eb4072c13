import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { templateOf } from '../../../src/database/placeholders.ts';
import type { Dialect } from '../../../src/index.ts';

const BOTH: readonly Dialect[] = ['sqlite', 'postgresql'];

const rows: readonly [sql: string, keys: readonly (number | string)[], dialects?: readonly Dialect[]][] = [
  ['SELECT ?, ?', [0, 1]],
  ['SELECT $2, $1, $2', [1, 0, 1]],
  ['SELECT :a, :b_2, :a', ['a', 'b_2', 'a']],
  ["SELECT ':a', '?', 'it''s :b', ?", [0]],
  ['SELECT ":a", "x""?"', []],
  ['SELECT 1 -- ? :a\n, ?', [0]],
  ['SELECT /* ? :a */ ?', [0]],
  ["SELECT 'not closed :a ?", []],
  ['SELECT /* not closed ?', []],
  ['SELECT a::int, :b::text', ['b']],
  ['SELECT list[1:2], list[n:m]', []],
  ['SELECT /* a /* nested ? */ ? */ ?', [0], ['postgresql']],
  ["SELECT E'it\\'s :a', :b", ['b'], ['postgresql']],
  ['SELECT $$ :a ? $$, $tag$ :b $$ ? $tag$, :c', ['c'], ['postgresql']],
  ["SELECT data ? 'key', data ?| :keys", ['keys'], ['postgresql']],
  ['SELECT a$1 FROM t', [], ['postgresql']],
  ['SELECT `:a`, [:b ?], :c', ['c'], ['sqlite']],
  ['SELECT /* a /* nested ? */ ?', [0], ['sqlite']],
];

describe('TestPlaceholders', () => {
  for (const [sql, keys, dialects = BOTH] of rows) {
    for (const dialect of dialects) {
      test(`test_${dialect}_finds_${keys.join('_') || 'none'}_in_${JSON.stringify(sql)}`, () => {
        const template = templateOf(sql, dialect);
        assert.deepEqual(template.keys, keys);
        assert.equal(template.problem, undefined);
        const together = template.texts.map((text, index) => {
          const from = template.starts[index] ?? 0;
          return sql.slice(from, from + text.length) === text;
        });
        assert.ok(together.every(Boolean), 'a text is not where it says');
      });
    }
  }

  const scripts: readonly [sql: string, isScript: boolean][] = [
    ['SELECT 1;', false],
    ['SELECT 1; -- that is all', false],
    ["SELECT ';'; ", false],
    ['SELECT 1; SELECT 2', true],
    ["SELECT 1; 'x'", true],
    ['CREATE TRIGGER t BEFORE INSERT ON a BEGIN SELECT 1; SELECT 2; END', false],
  ];
  for (const [sql, isScript] of scripts) {
    test(`test_whether_it_is_a_script_${JSON.stringify(sql)}`, () => {
      for (const dialect of BOTH) assert.equal(templateOf(sql, dialect).isScript, isScript);
    });
  }

  test('test_a_long_statement_is_read_in_linear_time', () => {
    const long = `SELECT ${"'".repeat(100_001)} ${'$'.repeat(50_000)} ${':'.repeat(50_000)} ?`;
    for (const dialect of BOTH) assert.ok(templateOf(long, dialect).texts.join('').length > 100_000);
  });
});
