import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { freshDatabase, onServer } from '../../postgres/server.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const run = (
  program: string,
): { readonly stdout: string; readonly stderr: string; readonly status: number | null } =>
  spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 120_000,
  });

describe('TestLocalDatabase', () => {
  test('test_a_database_that_nobody_closes_keeps_no_program_alive_and_no_connection', async () => {
    const url = await freshDatabase('local-database');
    const { stdout, status, stderr } = run(`
      const { Database } = await import('./src/index.ts');
      const database = new Database({ type: 'postgresql', url: '${url}' });
      console.log(database.query('SELECT 1 AS one').rows[0].one);
    `);
    assert.deepEqual([stdout, status, stderr], ['1\n', 0, '']);
    // The server learns of the end a moment later.
    const count =
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'lockstep' AND datname = current_database()";
    let open: unknown;
    for (let tries = 0; tries < 50; tries += 1) {
      [open] = await onServer(url, `${count} AND pg_sleep(0.1) IS NOT NULL`, count).then(([, last]) => [
        last,
      ]);
      if (JSON.stringify(open) === '[{"n":0}]') break;
    }
    assert.deepEqual(open, [{ n: 0 }]);
  });

  test('test_a_program_that_never_asks_a_database_loads_no_driver', () => {
    const { stdout } = run(`
      const { createRequire } = await import('node:module');
      const { Database, AsyncDatabase } = await import('./src/index.ts');
      new Database({ type: 'postgresql', url: 'postgresql://127.0.0.1/x' });
      new AsyncDatabase({ type: 'sqlite', path: 'never-opened.db' });
      console.log(Object.keys(createRequire(process.cwd() + '/').cache).filter((file) => /node_modules.(pg|libsql)/.test(file)).length);
    `);
    assert.equal(stdout, '0\n');
  });
});
