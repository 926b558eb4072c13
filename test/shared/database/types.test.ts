import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { SqlParameterError, SqlStatementError } from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { forEachDatabase } from './kits.ts';

const SCHEMA = `CREATE TABLE kinds (
  small smallint, whole integer, big bigint, real_one double precision, exact numeric(12, 3), yes boolean, words text,
  data json, day date, local timestamp, moment timestamp with time zone
)`;

/** What is bound, and what the same column answers. */
const rows: readonly [column: string, bound: unknown, answer: unknown][] = [
  ['small', -7, -7],
  ['whole', 2 ** 31 - 1, 2 ** 31 - 1],
  ['big', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ['big', 2n ** 53n, 2n ** 53n],
  ['big', -(2n ** 63n), -(2n ** 63n)],
  ['big', 12n, 12],
  ['real_one', 0.1, 0.1],
  ['real_one', 3, 3],
  ['real_one', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['exact', '1234.125', '1234.125'],
  ['yes', true, true],
  ['yes', false, false],
  ['words', 'it’s "quoted" \\ 😀\n', 'it’s "quoted" \\ 😀\n'],
  ['words', '', ''],
  ['data', { a: [1, null, 'x'], b: { c: true } }, { a: [1, null, 'x'], b: { c: true } }],
  ['data', [1, 2], [1, 2]],
  ['day', '2026-01-02', '2026-01-02'],
  ['local', new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)), '2026-01-02T03:04:05.678'],
  ['local', '2026-01-02 03:04:05', '2026-01-02T03:04:05.000'],
  ['moment', new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)), '2026-01-02T03:04:05.678Z'],
  ['moment', '2026-01-02T03:04:05.678901Z', '2026-01-02T03:04:05.678901Z'],
];

describe('TestSharedDatabaseTypes', () => {
  forEachDatabase(({ open, dialect }, test) => {
    test('test_values_come_back_as_they_were_bound', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        for (const [column, bound, answer] of rows) {
          await database.exec('DELETE FROM kinds');
          await database.query(`INSERT INTO kinds (${column}) VALUES (?)`, [bound]);
          const given = await database.query(`SELECT ${column} AS v FROM kinds`);
          assert.deepEqual(given.rows, [{ v: answer }], `${column} ${String(bound)}`);
          for await (const row of database.iterate(`SELECT ${column} AS v FROM kinds`)) {
            assert.deepEqual(row, { v: answer }, `${column} ${String(bound)} of an iteration`);
          }
        }
      }));

    test('test_null_is_null_in_every_column', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        const columns = [...new Set(rows.map(([column]) => column))];
        const marks = columns.map(() => '?').join(', ');
        await database.query(
          `INSERT INTO kinds (${columns.join(', ')}) VALUES (${marks})`,
          columns.map(() => null),
        );
        const { rows: given } = await database.query('SELECT * FROM kinds');
        assert.deepEqual(new Set(Object.values(given[0] ?? {})), new Set([null]));
      }));

    test('test_bytes_are_bytes', () =>
      open(async (database) => {
        await database.exec(`CREATE TABLE files (content ${dialect === 'sqlite' ? 'blob' : 'bytea'})`);
        const whole = new Uint8Array([9, 0, 255, 39, 92, 9]);
        await database.query('INSERT INTO files VALUES (?)', [whole.subarray(1, 5)]);
        const { rows: given } = await database.query('SELECT content FROM files');
        assert.deepEqual(given, [{ content: new Uint8Array([0, 255, 39, 92]) }]);
        assert.equal(given[0]?.content?.constructor, Uint8Array);
      }));

    test('test_an_integer_of_an_expression_is_a_number', () =>
      open(async (database) => {
        const { rows: given } = await database.query('SELECT count(*) AS n, 9007199254740993 AS big');
        assert.deepEqual(given, [{ n: 1, big: 9007199254740993n }]);
      }));

    if (dialect === 'postgresql') {
      test('test_arrays_are_lists', () =>
        open(async (database) => {
          const sql = `SELECT '{1,2,NULL}'::int[] AS i, '{a,"b c"}'::text[] AS t, '{t,f}'::bool[] AS b,
            '{9007199254740993}'::bigint[] AS big, ARRAY['{"a":1}'::jsonb] AS j, '{{1},{2}}'::int[] AS nested`;
          assert.deepEqual((await database.query(sql)).rows, [
            {
              i: [1, 2, null],
              t: ['a', 'b c'],
              b: [true, false],
              big: [9007199254740993n],
              j: [{ a: 1 }],
              nested: [[1], [2]],
            },
          ]);
          const { rows: given } = await database.query('SELECT 2 = ANY(:list::int[]) AS found', {
            list: '{1,2}',
          });
          assert.deepEqual(given, [{ found: true }]);
        }));
    } else {
      test('test_what_SQLite_cannot_hold_is_refused', () =>
        open(async (database) => {
          assertError(
            await thrownBy(() => database.query('SELECT ?', [2n ** 63n])),
            SqlParameterError,
            '64 bits',
          );
          assertError(
            await thrownBy(() => database.query('SELECT ?', [Number.NaN])),
            SqlParameterError,
            'NaN',
          );
          const error = await thrownBy(() => database.query('SELECT @a', { a: 1 }));
          assertError(error, SqlParameterError, '@a', 'Write :a');
        }));

      test('test_a_changed_schema_is_seen_by_a_statement_that_was_kept', () =>
        open(async (database) => {
          await database.exec('CREATE TABLE t (a integer); INSERT INTO t VALUES (1)');
          assert.deepEqual((await database.query('SELECT * FROM t')).rows, [{ a: 1 }]);
          await database.exec(
            'ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t ADD COLUMN c boolean DEFAULT 1',
          );
          assert.deepEqual((await database.query('SELECT * FROM t')).rows, [{ b: 1, c: true }]);
        }));
    }

    test('test_an_iteration_that_is_left_frees_its_connection', () =>
      open(
        async (database) => {
          await database.exec('CREATE TABLE t (a integer)');
          const numbers =
            'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000) SELECT x FROM n';
          await database.exec(`INSERT INTO t ${numbers}`);
          let last: unknown;
          for await (const row of database.iterate('SELECT a FROM t ORDER BY a')) {
            last = row.a;
            if (last === 700) break;
          }
          assert.equal(last, 700);
          // The lock is gone as well: the table can be dropped.
          await database.exec('DROP TABLE t');
          let count = 0;
          for await (const _ of database.iterate(numbers)) count += 1;
          assert.equal(count, 3000);
        },
        { poolSize: 1, acquireTimeoutMs: 500 },
      ));

    test('test_an_iteration_hands_out_what_comes_before_the_rows_that_fail', () =>
      open(
        async (database) => {
          // The least integer has no absolute value: row 1500 fails.
          const sums =
            'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000) SELECT x, abs(-9223372036854774308 - x) FROM n';
          let count = 0;
          const failed = await thrownBy(async () => {
            for await (const _ of database.iterate(sums)) count += 1;
          });
          assertError(failed, SqlStatementError, 'Give a value of the type');
          assert.equal(count, 1000);
          assert.deepEqual((await database.query('SELECT 1 AS one')).rows, [{ one: 1 }]);
        },
        { poolSize: 1, acquireTimeoutMs: 500 },
      ));
  });
});
