import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import { type SideTest, sharedFolder } from '../../../parity/testing/index.ts';
import {
  type DatabaseOptions,
  type Dialect,
  InvalidConfigError,
  type SqlConfig,
  SqlConflictError,
  SqlConnectionError,
  SqlParameterError,
  SqlResultSizeError,
  SqlStatementError,
  SqlTransactionError,
  secret,
  type Workflow,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { freshDatabase, onServer } from '../../postgres/server.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { assertStillWorks, failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';

const folder = sharedFolder('sql-node');
let url: Promise<string> | undefined;
let files = 0;

/** An empty database. */
const fresh = async (dialect: Dialect): Promise<DatabaseOptions> => {
  files += 1;
  if (dialect === 'sqlite') return { type: 'sqlite', path: join(folder, `${files}.db`) };
  url ??= freshDatabase('sql-node');
  await onServer(await url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  return { type: 'postgresql', url: await url };
};

const SCHEMA = [
  {
    name: 'schema',
    query: 'CREATE TABLE items (id integer PRIMARY KEY, name text, version integer DEFAULT 1)',
  },
  { name: 'first', query: 'INSERT INTO items (id, name) VALUES (?, ?)', parameters: [1, 'pen'] },
  {
    name: 'second',
    query: 'INSERT INTO items (id, name) VALUES (:id, :name)',
    parameters: { id: 2, name: 'ink' },
  },
];

const WHY = 'the files and the port of each run are its own';

describe('TestSharedSqlNode', () => {
  forEachSide(kits, ({ Runtime }, test: SideTest) => {
    for (const dialect of ['sqlite', 'postgresql'] as const) {
      for (const type of ['SQLNode', 'AsyncSQLNode'] as const) {
        test(`test_rows_of_a_query_by_${type}_${dialect}`, async () => {
          const database = await fresh(dialect);
          const workflow = new WorkflowBuilder()
            .addNode(type, 'make', { database, statements: SCHEMA })
            .addNode(type, 'read', {
              database,
              query: 'SELECT id, name FROM items WHERE id > :least ORDER BY id',
            })
            .addConnection('make', 'results.first.rowCount', 'read', 'least')
            .build();
          const results = await executeRuntime(new Runtime(), workflow);
          assert.deepEqual(
            { ...results.read },
            { rows: [{ id: 2, name: 'ink' }], rowCount: 1, columns: ['id', 'name'] },
          );
          assert.deepEqual(results.make?.results.second, { rows: [], rowCount: 1, columns: [] });
        });
      }

      const withItems = async (config: Omit<SqlConfig, 'database'>) => {
        const database = await fresh(dialect);
        return new WorkflowBuilder()
          .addNode('SQLNode', 'make', { database, statements: SCHEMA })
          .addNode('SQLNode', 'work', { database, ...config })
          .addNode('SQLNode', 'after', { database, query: 'SELECT id, name FROM items ORDER BY id' })
          .addConnection('make', 'results', 'work', 'made')
          .addConnection('work', 'result', 'after', 'worked')
          .build();
      };
      const BOTH = [
        { id: 1, name: 'pen' },
        { id: 2, name: 'ink' },
      ];
      const failed = async (
        config: Omit<SqlConfig, 'database'>,
      ): Promise<{ cause: unknown; rows: unknown }> => {
        const results = await executeRuntime(new Runtime({ onError: 'continue' }), await withItems(config));
        return { cause: Reflect.get(Object(results.work), 'error'), rows: results.after?.rows };
      };

      test(`test_values_of_inputs_parameters_and_config_are_bound_${dialect}`, async () => {
        const workflow = await withItems({
          query: 'SELECT name FROM items WHERE id = :id AND name <> :other',
          parameters: { id: 1, other: "x' OR '1'='1" },
        });
        const results = await executeRuntime(new Runtime(), workflow, { parameters: { work: { id: 2 } } });
        assert.deepEqual(results.work?.rows, [{ name: 'ink' }]);
      });

      if (dialect === 'sqlite') {
        test('test_sql_in_a_sub_workflow_is_given_what_connections_lead_to_it', async () => {
          const database = await fresh(dialect);
          const read = { database, query: 'SELECT :item + 1 AS next' };
          const loopOver = (workflow: Workflow) =>
            new WorkflowBuilder().addNode('LoopNode', 'each', { workflow, items: [1, 2] }).build();
          const given = new WorkflowBuilder()
            .addNode('TransformNode', 'take', { expression: 'item' })
            .addNode('SQLNode', 'read', read)
            .addConnection('take', 'result', 'read', 'item')
            .build();
          const [first, second] = (await executeRuntime(new Runtime(), loopOver(given))).each?.results ?? [];
          const next = [first, second].map((result) => Reflect.get(Object(result), 'read').rows);
          assert.deepEqual(next, [[{ next: 2 }], [{ next: 3 }]]);
          const alone = new WorkflowBuilder().addNode('SQLNode', 'read', read).build();
          const error = await failingRun(new Runtime(), loopOver(alone));
          assert.match(String(error), /given no value for :item/);
        });
      }

      test(`test_a_list_of_values_from_the_input_parameters_${dialect}`, async () => {
        const workflow = await withItems({ query: 'SELECT name FROM items WHERE id = $1', parameters: [1] });
        const parameters = { work: { parameters: [2] } };
        assert.deepEqual((await executeRuntime(new Runtime(), workflow, { parameters })).work?.rows, [
          { name: 'ink' },
        ]);
        assert.deepEqual(
          (
            await executeRuntime(
              new Runtime(),
              await withItems({
                query: 'SELECT name FROM items WHERE id = $1',
                parameters: [1],
              }),
            )
          ).work?.rows,
          [{ name: 'pen' }],
        );
      });

      test(`test_no_input_reaches_the_text_${dialect}`, async () => {
        const workflow = await withItems({ query: 'SELECT name FROM items WHERE name = :name' });
        const attack = "pen'; DROP TABLE items; --";
        const parameters = {
          work: { name: attack, query: 'DROP TABLE items', statements: [], database: 'x' },
        };
        const results = await executeRuntime(new Runtime(), workflow, { parameters });
        assert.deepEqual(results.work?.rows, []);
        assert.deepEqual(results.after?.rows, BOTH);
      });

      test(`test_statements_are_one_transaction_${dialect}`, async () => {
        const { cause, rows } = await failed({
          statements: [
            { name: 'add', query: "INSERT INTO items (id, name) VALUES (3, 'pad')" },
            { name: 'again', query: "INSERT INTO items (id, name) VALUES (3, 'pot')" },
          ],
        });
        assertError(cause, SqlStatementError, "'again'", 'Give another value');
        assert.equal(cause.reason, 'unique');
        assert.deepEqual(rows, BOTH);
      });

      test(`test_statements_without_a_transaction_stand_by_themselves_${dialect}`, async () => {
        const { rows } = await failed({
          transaction: 'none',
          statements: [
            { name: 'add', query: "INSERT INTO items (id, name) VALUES (3, 'pad')" },
            { name: 'again', query: "INSERT INTO items (id, name) VALUES (3, 'pot')" },
          ],
        });
        assert.deepEqual(rows, [...BOTH, { id: 3, name: 'pad' }]);
      });

      test(`test_a_manual_transaction_says_when_it_ends_${dialect}`, async () => {
        const { rows } = await failed({
          transaction: 'manual',
          statements: [
            { name: 'begin', query: 'BEGIN' },
            { name: 'add', query: "INSERT INTO items (id, name) VALUES (3, 'pad')" },
            { name: 'commit', query: 'COMMIT' },
            { name: 'begin2', query: 'BEGIN' },
            { name: 'remove', query: 'DELETE FROM items' },
            { name: 'rollback', query: 'ROLLBACK' },
          ],
        });
        assert.deepEqual(rows, [...BOTH, { id: 3, name: 'pad' }]);
      });

      test(`test_a_manual_transaction_that_is_left_open_is_rolled_back_and_told_${dialect}`, async () => {
        const { cause, rows } = await failed({
          transaction: 'manual',
          statements: [
            { name: 'begin', query: 'BEGIN' },
            { name: 'remove', query: 'DELETE FROM items' },
          ],
        });
        assertError(cause, SqlTransactionError, 'left a transaction open', 'rolled back', 'COMMIT');
        assert.deepEqual(rows, BOTH);
      });

      test(`test_an_optimistic_lock_lets_the_first_writer_win_${dialect}`, async () => {
        const config = {
          query: "UPDATE items SET name = 'new', version = version + 1 WHERE id = 1 AND version = :version",
          optimisticLock: 'version',
        };
        const ok = await executeRuntime(
          new Runtime(),
          await withItems({ ...config, parameters: { version: 1 } }),
        );
        assert.equal(ok.work?.rowCount, 1);
        const { cause, rows } = await failed({ ...config, parameters: { version: 7 } });
        assertError(cause, SqlConflictError, 'changed no row', ':version', 'Read the row again');
        assert.deepEqual(rows, BOTH);
      });

      test(`test_rows_are_taken_some_at_a_time_${dialect}`, async () => {
        const chunks: number[] = [];
        const workflow = await withItems({
          query:
            'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2500) SELECT x FROM n',
          eachRows: (rows) => chunks.push(rows.length),
          rowsAtATime: 1000,
        });
        const results = await executeRuntime(new Runtime(), workflow);
        assert.deepEqual({ ...results.work }, { rows: [], rowCount: 2500, columns: ['x'] });
        assert.deepEqual(chunks, [1000, 1000, 500]);
      });

      test(`test_more_rows_than_maxRows_are_refused_before_they_fill_the_memory_${dialect}`, async () => {
        const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n';
        const { cause, rows } = await failed({ query: endless, maxRows: 1000 });
        assertError(cause, SqlResultSizeError, 'more than 1000 rows', 'LIMIT', 'eachRows');
        assert.deepEqual(rows, BOTH);
      });

      test(`test_a_missing_value_is_told_by_name_${dialect}`, async () => {
        const { cause } = await failed({ query: 'SELECT * FROM items WHERE id = :id' });
        assertError(cause, SqlParameterError, ':id', 'or null');
      });

      test(`test_a_secret_is_bound_as_an_input_${dialect}`, async () => {
        const workflow = await withItems({
          query: 'SELECT name FROM items WHERE name <> :token',
          inputs: { token: secret('SQL_TOKEN') },
        });
        const secretProvider = { sync: (name: string) => (name === 'SQL_TOKEN' ? 'hunter2' : undefined) };
        const results = await executeRuntime(new Runtime({ secretProvider }), workflow);
        assert.equal(results.work?.rowCount, 2);
      });

      test(`test_no_message_holds_a_value_${dialect}`, async () => {
        const { cause } = await failed({
          query: 'INSERT INTO items (id, name) VALUES (:id, :secret)',
          parameters: { id: 1, secret: 'hunter2' },
        });
        assertError(cause, SqlStatementError, 'INSERT INTO items');
        assert.ok(!JSON.stringify([cause.message, cause, cause.stack]).includes('hunter2'));
      });

      test(`test_a_database_declared_by_the_runtime_${dialect}`, { mayDiffer: WHY }, async () => {
        const database = await fresh(dialect);
        const runtime = new Runtime();
        const error = await failingRun(
          runtime,
          new WorkflowBuilder()
            .addNode('SQLNode', 'work', { database: 'shop', query: 'SELECT 1 AS one' })
            .build(),
        );
        assert.match(String(causeOf(error)), /'shop'/);
        const wrong = new Runtime({ resources: { shop: { open: () => ({}), close: () => undefined } } });
        const workflow = new WorkflowBuilder()
          .addNode('SQLNode', 'work', { database: 'shop', query: 'SELECT 1 AS one' })
          .build();
        assertError(
          causeOf(await failingRun(wrong, workflow)),
          InvalidConfigError,
          "'shop' is no",
          'Declare it as',
        );
        assert.ok(database);
      });
    }

    test('test_a_server_that_is_down_is_an_error_without_the_password', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SQLNode', 'work', {
          database: { type: 'postgresql', url: 'postgresql://ada:hunter2@127.0.0.1:1/shop' },
          query: 'SELECT 1 AS one',
        })
        .build();
      const runtime = new Runtime();
      const cause = causeOf(await failingRun(runtime, workflow));
      assertError(cause, SqlConnectionError, "PostgreSQL 'shop' at 127.0.0.1:1", 'ECONNREFUSED');
      assert.ok(!cause.message.includes('hunter2'));
      await assertStillWorks(runtime);
    });

    const bad: readonly [name: string, config: object, ...says: string[]][] = [
      ['no_statement', {}, "either 'query'", "'statements'"],
      ['both', { query: 'SELECT 1', statements: [{ name: 'a', query: 'SELECT 1' }] }, "either 'query'"],
      ['an_unknown_entry', { query: 'SELECT 1', params: [] }, "'params'"],
      ['several_in_one', { query: 'SELECT 1; SELECT 2' }, 'several statements'],
      ['an_unknown_parameter', { query: 'SELECT :a', parameters: { b: 1 } }, 'no placeholder :b'],
      [
        'a_lock_without_placeholder',
        { query: 'UPDATE t SET a = 1', optimisticLock: 'v' },
        ':v',
        'placeholder',
      ],
      ['a_lock_on_a_select', { query: 'SELECT :v', optimisticLock: 'v' }, 'UPDATE and DELETE'],
      [
        'two_of_a_name',
        {
          statements: [
            { name: 'a', query: 'SELECT 1' },
            { name: 'a', query: 'SELECT 2' },
          ],
        },
        "'a'",
      ],
      [
        'a_secret_where_it_is_none',
        { query: 'SELECT :a', parameters: { a: { $secret: 'TOKEN' } } },
        "'TOKEN'",
        "in 'inputs'",
      ],
      ['a_wrong_transaction', { query: 'SELECT 1', transaction: 'serial' }, "'serial'", "'auto'"],
      ['a_wrong_database', { query: 'SELECT 1', database: { type: 'mysql' } }, 'database'],
    ];
    for (const [name, config, ...says] of bad) {
      test(`test_a_bad_config_${name}`, async () => {
        const builder: WorkflowBuilder = new WorkflowBuilder();
        const given = { database: { type: 'sqlite', path: ':memory:' }, ...config };
        Reflect.apply(builder.addNode, builder, ['SQLNode', 'work', given]);
        assertError(await thrownBy(() => builder.build()), InvalidConfigError, "'work' (SQLNode)", ...says);
        await assertStillWorks(new Runtime());
      });
    }
  });
});
