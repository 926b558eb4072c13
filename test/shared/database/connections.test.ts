import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe } from 'node:test';
import {
  type DatabaseOptions,
  InvalidOptionError,
  SqlConnectionError,
  SqlPoolError,
  SqlStatementError,
} from '../../../src/index.ts';
import { encryptServer } from '../../postgres/encrypted.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { type AnyDatabase, forEachDatabase } from './kits.ts';

const PID = 'SELECT pg_backend_pid() AS pid';

/** Another process that takes the lock of a SQLite file, and gives it up after so many milliseconds or when it is ended. */
const HOLDER = `
const [path, ms] = process.argv.slice(1);
const Driver = require('libsql');
const database = new Driver(path);
database.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (99)');
console.log('held');
setTimeout(() => { database.exec('COMMIT'); process.exit(); }, Number(ms));
process.on('disconnect', () => process.exit());
`;

const holdLock = async (path: string, ms: number): Promise<() => Promise<unknown>> => {
  const holder = spawn(process.execPath, ['--eval', HOLDER, path, String(ms)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(holder, 'exit');
  await once(holder.stdout ?? holder, 'data');
  return () => {
    holder.kill('SIGKILL');
    return ended;
  };
};

let encrypted: ReturnType<typeof encryptServer> | undefined;
after(async () => (await encrypted)?.remove());

describe('TestSharedDatabaseConnections', () => {
  forEachDatabase(({ open, dialect, options, Database, coloured }, test) => {
    if (dialect === 'postgresql') {
      test('test_a_pool_grows_up_to_its_size_and_then_says_so', { mayDiffer: 'ids of processes' }, () =>
        open(
          async (database) => {
            const pids: unknown[] = [];
            // A transaction inside of another one needs a connection of its own.
            const nest = (depth: number) =>
              coloured(function* (queries: AnyDatabase) {
                const { rows } = (yield queries.query(PID)) as {
                  readonly rows: readonly { readonly pid: unknown }[];
                };
                pids.push(rows[0]?.pid);
                yield database.transaction(nest(depth - 1) as never);
              } as never);
            const used = await thrownBy(() => database.transaction(nest(4) as never));
            assertError(used, SqlPoolError, 'All 3 connections', 'Raise poolSize');
            assert.deepEqual([pids.length, new Set(pids).size], [3, 3]);
            // All of them are free again, and used before any is made.
            pids.splice(0);
            assertError(await thrownBy(() => database.transaction(nest(4) as never)), SqlPoolError);
            assert.equal(new Set(pids).size, 3);
          },
          { poolSize: 3, acquireTimeoutMs: 100 },
        ),
      );

      test.asyncOnly(
        'test_who_finds_a_pool_used_up_waits_in_line',
        'a thread that is blocked has nobody beside it who could wait',
        () =>
          open(
            async (database) => {
              const answers = await Promise.all(
                Array.from({ length: 12 }, async (_, index) => {
                  const { rows } = await database.query(
                    `SELECT ${index} AS n, pg_backend_pid() AS pid, pg_sleep(0.02)`,
                  );
                  return rows[0] as { readonly n: number; readonly pid: number };
                }),
              );
              assert.deepEqual(
                answers.map(({ n }) => n),
                Array.from({ length: 12 }, (_, index) => index),
              );
              assert.equal(new Set(answers.map(({ pid }) => pid)).size, 3);
            },
            { poolSize: 3, acquireTimeoutMs: 30_000 },
          ),
      );

      const made = { mayDiffer: 'each process has a certificate made' };
      test('test_a_line_is_encrypted_only_to_a_server_that_proves_who_it_is', made, () =>
        open(async () => {
          const { url = '' } = (await options()) as { readonly url?: string };
          encrypted ??= encryptServer(url);
          const { ca, otherCa } = await encrypted;
          const named = url.replace('127.0.0.1', 'localhost');
          const answerOf = async (more: object, address = named): Promise<unknown> => {
            const database = new Database({ type: 'postgresql', url: address, ...more } as DatabaseOptions);
            try {
              const sql = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
              return (await database.query(sql)).rows[0]?.ssl;
            } finally {
              await database.close();
            }
          };
          assert.equal(await answerOf({ ssl: { ca } }), true);
          assert.equal(await answerOf({}), false);
          for (const [more, address] of [
            [{ ssl: true }, named],
            [{ ssl: { ca: otherCa } }, named],
            [{}, `${named}?sslmode=verify-full`],
          ] as const) {
            const error = await thrownBy(() => answerOf(more, address));
            assertError(error, SqlConnectionError, 'certificate', 'ssl: { ca }');
            assert.ok(!error.message.includes('only-for-tests'), error.message);
          }
          const bad = await thrownBy(() => answerOf({ ssl: { certificate: ca } }));
          assertError(bad, InvalidOptionError, 'ssl');
        }),
      );
      return;
    }

    test('test_a_lock_of_another_process_is_waited_for', () =>
      open(
        async (database) => {
          await database.exec('CREATE TABLE t (n integer)');
          const { path } = (await options()) as { readonly path: string };
          const release = await holdLock(path, 300);
          await database.query('INSERT INTO t VALUES (1)');
          assert.deepEqual((await database.query('SELECT n FROM t ORDER BY n')).rows, [{ n: 1 }, { n: 99 }]);
          await release();
        },
        { busyTimeoutMs: 30_000 },
      ));

    test('test_a_lock_of_another_process_that_lasts_is_told_with_what_to_do', () =>
      open(
        async (database) => {
          await database.exec('CREATE TABLE t (n integer)');
          const { path } = (await options()) as { readonly path: string };
          const release = await holdLock(path, 60_000);
          const error = await thrownBy(() => database.query('INSERT INTO t VALUES (1)'));
          assertError(
            error,
            SqlStatementError,
            'shorten the transactions that hold the lock',
            'busyTimeoutMs',
          );
          assert.equal(error.reason, 'busy');
          // Reading goes on beside a writer.
          assert.equal((await database.query('SELECT * FROM t')).rowCount, 0);
          await release();
          assert.equal((await database.query('INSERT INTO t VALUES (1)')).rowCount, 1);
        },
        { busyTimeoutMs: 150 },
      ));
  });
});
