import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { RUN_VARIABLE } from '../../parity/suites/side-variable.ts';
import { OWNER_VARIABLE } from './owner.ts';

const LONGEST_START_MS = 120_000;

// Both sides of `lockstep test` have its process in common. Files that `node --test` runs have it as their parent; a file that runs by itself has a server of its own.
const ownerOf = (env: NodeJS.ProcessEnv): string =>
  env[OWNER_VARIABLE] ??
  env[RUN_VARIABLE] ??
  String(env.NODE_TEST_CONTEXT === undefined ? process.pid : process.ppid);

let server: Promise<string> | undefined;

/**
 * The URL of a real PostgreSQL, without the name of a database: started by the first file that asks, shared by all of a run, and
 * stopped and removed by its keeper when the run has ended, however it ends.
 *
 * @throws {Error} it does not start; the message is what it has printed
 */
export const postgresServer = (): Promise<string> => {
  server ??= started(join(tmpdir(), `lockstep-postgres-${ownerOf(process.env)}`));
  return server;
};

/** Runs statements on a connection of its own, apart from what is tested. */
export const onServer = async (
  url: string,
  ...statements: readonly string[]
): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url });
  // A test may have the server end all connections, this one among them.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const answers: unknown[] = [];
    for (const statement of statements) answers.push((await client.query(statement)).rows);
    return answers;
  } finally {
    await client.end();
  }
};

/**
 * Makes an empty database, and answers its URL.
 *
 * @param name - one that no other test file uses: files run side by side
 */
export const freshDatabase = async (name: string): Promise<string> => {
  const url = await postgresServer();
  await onServer(
    `${url}/postgres`,
    `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`,
    `CREATE DATABASE "${name}"`,
  );
  return `${url}/${name}`;
};

const started = async (folder: string): Promise<string> => {
  // Whoever makes the folder starts the server; the others wait for it.
  if (mkdirSync(folder, { recursive: true }) !== undefined) startKeeper(folder);
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until) {
    for (const [file, isReady] of [
      ['url', true],
      ['failure', false],
    ] as const) {
      const path = join(folder, file);
      if (!existsSync(path)) continue;
      const text = readFileSync(path, 'utf8');
      if (isReady) return text;
      throw new Error(`PostgreSQL does not start: ${text}`);
    }
    await pause(50);
  }
  throw new Error(`PostgreSQL has not started within ${LONGEST_START_MS} ms; see ${folder}.`);
};

const startKeeper = (folder: string): undefined => {
  const keeper = join(import.meta.dirname, 'keeper.ts');
  const { NODE_TEST_CONTEXT: _, NODE_V8_COVERAGE: __, ...env } = process.env;
  spawn(process.execPath, ['--import', 'tsx', keeper, folder, ownerOf(process.env)], {
    detached: true,
    stdio: 'ignore',
    env,
  }).unref();
};
