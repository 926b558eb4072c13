import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { SqlClosedError, SqlColumnError, SqlParameterError } from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { forEachDatabase } from './kits.ts';

const SCHEMA = 'CREATE TABLE items (id integer PRIMARY KEY, name text NOT NULL, price integer)';

describe('TestSharedDatabaseQueries', () => {
  forEachDatabase(({ open }, test) => {
    test('test_a_query_answers_rows_their_number_and_columns', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        const inserted = await database.query("INSERT INTO items VALUES (1, 'pen', 3), (2, 'ink', 9)");
        assert.deepEqual(inserted, { rows: [], rowCount: 2, columns: [] });
        assert.deepEqual(await database.query('SELECT name, id FROM items ORDER BY id'), {
          rows: [
            { name: 'pen', id: 1 },
            { name: 'ink', id: 2 },
          ],
          rowCount: 2,
          columns: ['name', 'id'],
        });
      }));

    test('test_a_query_without_rows_has_columns', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        assert.deepEqual(await database.query('SELECT id, name FROM items'), {
          rows: [],
          rowCount: 0,
          columns: ['id', 'name'],
        });
      }));

    test('test_a_change_says_how_many_rows_and_returning_which', () =>
      open(async (database) => {
        await database.exec(
          `${SCHEMA}; INSERT INTO items VALUES (1, 'pen', 3), (2, 'ink', 9), (3, 'pad', 9)`,
        );
        const changed = await database.query('UPDATE items SET price = ? WHERE price = ?', [8, 9]);
        assert.deepEqual(changed, { rows: [], rowCount: 2, columns: [] });
        const returned = await database.query('DELETE FROM items WHERE id = :id RETURNING name', { id: 3 });
        assert.deepEqual(returned, { rows: [{ name: 'pad' }], rowCount: 1, columns: ['name'] });
        assert.equal((await database.query('DELETE FROM items WHERE id = 99')).rowCount, 0);
      }));

    test('test_each_kind_of_placeholder_binds', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        await database.query('INSERT INTO items VALUES (?, ?, ?)', [1, 'a', null]);
        await database.query('INSERT INTO items VALUES ($2, $1, $2)', ['b', 2]);
        await database.query('INSERT INTO items VALUES (:id, :name, :id)', { name: 'c', id: 3 });
        assert.deepEqual((await database.query('SELECT * FROM items ORDER BY id')).rows, [
          { id: 1, name: 'a', price: null },
          { id: 2, name: 'b', price: 2 },
          { id: 3, name: 'c', price: 3 },
        ]);
      }));

    test('test_what_looks_like_a_placeholder_in_text_is_text', () =>
      open(async (database) => {
        const sql = `SELECT ':a ? $1' AS "x:b?", /* :c ? */ CAST(:d AS text) AS d -- :e ?`;
        assert.deepEqual((await database.query(sql, { d: "it's" })).rows, [{ 'x:b?': ':a ? $1', d: "it's" }]);
      }));

    const attacks = [
      "'; DROP TABLE items; --",
      "' OR '1'='1",
      '") OR 1=1 --',
      '$1; SELECT 1',
      ':name',
      "\\'; DROP TABLE items; --",
      '/* */ UNION SELECT 1',
      '\u02bc; DELETE FROM items',
    ];
    test('test_an_injection_is_only_ever_a_value', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        for (const [index, attack] of attacks.entries()) {
          await database.query('INSERT INTO items VALUES (:id, :name, 0)', { id: index, name: attack });
          const found = await database.query('SELECT id FROM items WHERE name = ?', [attack]);
          assert.deepEqual(found.rows, [{ id: index }], attack);
        }
        assert.equal((await database.query('SELECT id FROM items')).rowCount, attacks.length);
      }));

    const wrong: readonly [name: string, sql: string, given: unknown, ...says: string[]][] = [
      ['too_few_values', 'SELECT ?, ?', [1], '2 placeholders', 'given 1', 'one value for each'],
      ['too_many_values', 'SELECT $1', [1, 2], '1 placeholders', 'given 2'],
      ['a_missing_name', 'SELECT :a, :b', { a: 1 }, 'no value for :b', 'or null'],
      ['an_unknown_name', 'SELECT :name', { nmae: 1 }, 'no placeholder :nmae', "Did you mean 'name'?"],
      ['an_inherited_name', 'SELECT :constructor', {}, 'no value for :constructor'],
      ['a_list_for_names', 'SELECT :a', [1], 'a list', 'Give an object'],
      ['names_for_a_list', 'SELECT ?', { a: 1 }, 'an object', 'Give a list'],
      ['several_kinds', 'SELECT :a, $1', { a: 1 }, 'several kinds'],
      ['several_statements', 'SELECT 1; DELETE FROM items', [], 'several statements', 'use exec'],
      ['undefined', 'SELECT ?', [undefined], 'for $1 is undefined', 'Bind null'],
      ['a_function', 'SELECT :f', { f: () => 1 }, 'for :f is a function', 'Uint8Array'],
      ['an_invalid_date', 'SELECT ?', [new Date(Number.NaN)], 'invalid Date'],
      ['text_with_a_null_character', 'SELECT ?', ['a\0b'], 'null character'],
      ['a_map', 'SELECT ?', [new Map([[1, 2]])], 'no JSON form'],
    ];
    for (const [name, sql, given, ...says] of wrong) {
      test(`test_parameters_that_do_not_fit_${name}`, () =>
        open(async (database) => {
          const error = await thrownBy(() => database.query(sql, given as never));
          assertError(error, SqlParameterError, sql, ...says);
          assert.equal((await database.query('SELECT 1 AS one')).rowCount, 1);
        }));
    }

    test('test_columns_of_the_same_name_are_refused', () =>
      open(async (database) => {
        const error = await thrownBy(() =>
          database.query('SELECT 1 AS a, 2 AS b, 3 AS a', [], { name: 'join' }),
        );
        assertError(error, SqlColumnError, "'join'", "several columns 'a'", 'AS');
        assertError(
          await thrownBy(() => database.query('SELECT 1 AS "__proto__"')),
          SqlColumnError,
          "'__proto__'",
        );
      }));

    test('test_a_script_runs_whole_or_not_at_all', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        await thrownBy(() =>
          database.exec("INSERT INTO items VALUES (1, 'a', 1); INSERT INTO nowhere VALUES (1)"),
        );
        assert.equal((await database.query('SELECT * FROM items')).rowCount, 0);
      }));

    test('test_a_closed_database_says_so', () =>
      open(async (database) => {
        await database.query('SELECT 1 AS a');
        await database.close();
        await database.close();
        assertError(await thrownBy(() => database.query('SELECT 1 AS a')), SqlClosedError, 'is closed');
        assertError(await thrownBy(() => database.exec('SELECT 1')), SqlClosedError, 'open another');
      }));
  });
});
