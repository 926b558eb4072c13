import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  type DatabaseOptions,
  SqlConnectionError,
  SqlPoolError,
  SqlStatementError,
  SqlTimeoutError,
  SqlTransactionError,
} from '../../../src/index.ts';
import { onServer } from '../../postgres/server.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { type AnyDatabase, forEachDatabase } from './kits.ts';

const SCHEMA = `CREATE TABLE owners (id integer PRIMARY KEY);
CREATE TABLE items (
  id integer PRIMARY KEY, name text NOT NULL UNIQUE, owner integer REFERENCES owners (id), price integer CHECK (price > 0)
)`;
const ENDLESS = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n';

const works = async (database: AnyDatabase): Promise<undefined> => {
  assert.deepEqual((await database.query('SELECT 1 AS one')).rows, [{ one: 1 }]);
};

describe('TestSharedDatabaseFailures', () => {
  forEachDatabase(({ open, dialect, options, Database, coloured }, test) => {
    const reasons: readonly [reason: string, sql: string, values: readonly unknown[]][] = [
      ['syntax', 'SELEC 1', []],
      ['unknownName', 'SELECT * FROM nowhere', []],
      ['unknownName', 'SELECT nobody FROM items', []],
      ['nameTaken', 'CREATE TABLE items (id integer)', []],
      ['unique', 'INSERT INTO items (id, name) VALUES (?, ?)', [2, 'hunter2']],
      ['notNull', 'INSERT INTO items (id) VALUES (?)', [77_777]],
      ['check', 'INSERT INTO items (id, name, price) VALUES (3, ?, ?)', ['hunter2 as well', -77_777]],
      ['foreignKey', 'INSERT INTO items (id, name, owner) VALUES (3, ?, ?)', ['hunter2 as well', 77_777]],
    ];
    for (const [index, [reason, sql, values]] of reasons.entries()) {
      test(`test_a_failure_has_its_reason_and_no_values_${index}_${reason}`, () =>
        open(async (database) => {
          await database.exec(SCHEMA);
          await database.query('INSERT INTO items (id, name) VALUES (1, ?)', ['hunter2']);
          const error = await thrownBy(() => database.query(sql, values, { name: 'the statement' }));
          assertError(error, SqlStatementError, "'the statement'");
          assert.equal(error.reason, reason);
          const told = JSON.stringify([error.message, error.stack, error, error.cause]);
          assert.ok(!/hunter2|77777/.test(told), told);
          await works(database);
        }));
    }

    test('test_a_statement_that_takes_too_long_is_cancelled', () =>
      open(async (database) => {
        const error = await thrownBy(() => database.query(ENDLESS, [], { timeoutMs: 200, name: 'endless' }));
        assertError(error, SqlTimeoutError, "'endless'", '200 ms', 'statementTimeoutMs');
        await works(database);
        if (dialect !== 'postgresql') return;
        const given = await options();
        const running = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'WITH RECURSIVE%'`;
        const [rows] = await onServer('url' in given ? (given.url ?? '') : '', running);
        assert.deepEqual(rows, [{ n: 0 }]);
      }));

    test('test_a_signal_that_is_aborted_runs_nothing', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        const reason = new Error('no longer wanted');
        const signal = AbortSignal.abort(reason);
        const given = await thrownBy(() => database.query('INSERT INTO owners VALUES (1)', [], { signal }));
        assert.equal(given, reason);
        assert.equal((await database.query('SELECT * FROM owners')).rowCount, 0);
      }));

    test.asyncOnly(
      'test_a_signal_cancels_a_statement_under_way',
      'a thread that is blocked sees no signal',
      () =>
        open(async (database) => {
          const controller = new AbortController();
          const reason = new Error('no longer wanted');
          setTimeout(() => controller.abort(reason), 50);
          const given = await thrownBy(() => database.query(ENDLESS, [], { signal: controller.signal }));
          assert.equal(given, reason);
          await works(database);
        }),
    );

    test('test_a_transaction_is_rolled_back_by_what_its_work_throws', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        const stop = new Error('stop');
        const work = coloured(function* (queries: AnyDatabase) {
          yield queries.query('INSERT INTO owners VALUES (1)');
          throw stop;
        });
        assert.equal(await thrownBy(() => database.transaction(work as never)), stop);
        assert.equal((await database.query('SELECT * FROM owners')).rowCount, 0);
        const failing = coloured(function* (queries: AnyDatabase) {
          yield queries.query('INSERT INTO owners VALUES (1)');
          yield queries.query('INSERT INTO owners VALUES (1)');
        });
        assertError(
          await thrownBy(() => database.transaction(failing as never)),
          SqlStatementError,
          'INSERT',
        );
        assert.equal((await database.query('SELECT * FROM owners')).rowCount, 0);
      }));

    test('test_a_transaction_is_committed_with_its_value', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        const work = coloured(function* (queries: AnyDatabase) {
          yield queries.query('INSERT INTO owners VALUES (1)');
          const { rows } = (yield queries.query('SELECT count(*) AS n FROM owners')) as {
            readonly rows: unknown;
          };
          return rows;
        });
        assert.deepEqual(await database.transaction(work as never), [{ n: 1 }]);
        assert.equal((await database.query('SELECT * FROM owners')).rowCount, 1);
      }));

    test('test_what_a_transaction_was_given_ends_with_it', () =>
      open(async (database) => {
        let kept: AnyDatabase | undefined;
        const work = coloured(function* (queries: AnyDatabase) {
          kept = queries;
          yield queries.query('SELECT 1 AS one');
        });
        await database.transaction(work as never);
        assertError(await thrownBy(() => kept?.query('SELECT 1')), SqlTransactionError, 'has ended');
        const ends = coloured(function* (queries: AnyDatabase) {
          yield queries.query('ROLLBACK');
        });
        const error = await thrownBy(() => database.transaction(ends as never));
        assertError(error, SqlTransactionError, 'ended by a statement', 'transaction()');
        await works(database);
      }));

    test('test_a_transaction_that_a_statement_leaves_open_is_told', () =>
      open(async (database) => {
        const error = await thrownBy(() => database.query('BEGIN'));
        assertError(error, SqlTransactionError, 'left a transaction open', 'transaction()');
        await works(database);
      }));

    test('test_a_pool_that_is_used_up_says_so', () =>
      open(
        async (database) => {
          const work = coloured(function* () {
            yield database.query('SELECT 1 AS one');
          });
          const error = await thrownBy(() => database.transaction(work as never));
          assertError(error, SqlPoolError, 'All 1 connections', 'Raise poolSize');
          await works(database);
        },
        { poolSize: 1, acquireTimeoutMs: 100 },
      ));

    test('test_a_database_that_may_only_be_read', () =>
      open(async (database) => {
        await database.exec(SCHEMA);
        const reader = new Database({ ...(await options()), readOnly: true } as DatabaseOptions);
        const error = await thrownBy(() => reader.query('INSERT INTO owners VALUES (1)'));
        assertError(error, SqlStatementError, 'INSERT');
        assert.equal(error.reason, 'readOnly');
        assert.equal((await reader.query('SELECT * FROM owners')).rowCount, 0);
        await reader.close();
      }));

    if (dialect === 'postgresql') {
      test(
        'test_a_connection_that_the_server_ends_is_replaced',
        { mayDiffer: 'who is told of it first is a race' },
        () =>
          open(async (database) => {
            const given = await options();
            const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = 'lockstep' AND datname = current_database()`;
            await works(database);
            const [ended] = await onServer('url' in given ? (given.url ?? '') : '', kill);
            assert.equal((ended as readonly unknown[]).length, 1);
            // What has not yet been told of it learns it from its next statement.
            await thrownBy(async () => {
              await works(database);
              throw new Error('told in time');
            });
            await works(database);
          }),
      );

      test('test_a_transaction_whose_connection_is_killed_is_rolled_back', () =>
        open(async (database) => {
          await database.exec(SCHEMA);
          const work = coloured(function* (queries: AnyDatabase) {
            yield queries.query('INSERT INTO owners VALUES (1)');
            yield queries.query('SELECT pg_terminate_backend(pg_backend_pid())');
          });
          const error = await thrownBy(() => database.transaction(work as never));
          assertError(error, SqlConnectionError, 'PostgreSQL', '57P01');
          assert.equal((await database.query('SELECT * FROM owners')).rowCount, 0);
        }));
    }
  });
});
