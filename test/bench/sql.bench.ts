/**
 * How fast `Database`, `AsyncDatabase` and `SQLNode` read rows, against the bare driver in the same rounds: `libsql` for SQLite, `pg` (and
 * for rows some at a time `pg-cursor`) for PostgreSQL, also beside the blocking side, which `pg` has not. Run: npm run bench -- sql
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import Cursor from 'pg-cursor';
import type { DatabaseOptions } from '../../src/index.ts';
import { freshDatabase } from '../postgres/server.ts';
import { builtPackage } from './built-package.ts';
import { type Figure, report } from './report.ts';
import { type Contender, median, ratioOf, timesOf } from './rounds.ts';

const ROWS = 20_000;
const ROUNDS = 15;
const SELECT = 'SELECT id, name, price, about FROM bench';
const FILL = `CREATE TABLE bench (id integer, name text, price double precision, about text);
INSERT INTO bench WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ${ROWS})
SELECT x, 'name ' || x, x / 3.0, 'some text of row ' || x FROM n`;

interface BareDriver {
  readonly all: Contender;
  readonly some: Contender;
  /** The same, with each row awaited: what an asynchronous iteration costs whoever makes it. */
  readonly someAwaited: Contender;
}

const { Database, AsyncDatabase, LocalRuntime, AsyncLocalRuntime, WorkflowBuilder } = await builtPackage();

let seen: unknown;

const figuresOf = async (
  name: string,
  options: DatabaseOptions,
  bare: BareDriver,
): Promise<readonly Figure[]> => {
  const blocking = new Database(options);
  const concurrent = new AsyncDatabase(options);
  const workflow = new WorkflowBuilder()
    .addNode('SQLNode', 'read', { database: options, query: SELECT })
    .build();
  const local = new LocalRuntime({ persistent: true });
  const asyncLocal = new AsyncLocalRuntime({ persistent: true });
  const times = await timesOf(
    {
      bare: bare.all,
      bareSome: bare.some,
      bareSomeAwaited: bare.someAwaited,
      sync: () => blocking.query(SELECT),
      async: () => concurrent.query(SELECT),
      nodeSync: () => local.execute(workflow),
      nodeAsync: () => asyncLocal.execute(workflow),
      someSync: () => {
        for (const row of blocking.iterate(SELECT)) seen = row;
      },
      someAsync: async () => {
        for await (const row of concurrent.iterate(SELECT)) seen = row;
      },
    },
    ROUNDS,
  );
  local.close();
  await asyncLocal.close();
  blocking.close();
  await concurrent.close();
  const figure = (what: string, own: readonly number[], base: readonly number[]): Figure => ({
    what: `${name}, ${what}`,
    value: ratioOf(base, own),
    unit: 'times the rows a second of the driver',
    detail: `${((ROWS / median(own)) * 1_000).toFixed(0)} a second, the driver ${((ROWS / median(base)) * 1_000).toFixed(0)}`,
    limit: { atLeast: 0.8 },
  });
  return [
    figure('Database.query', times.sync, times.bare),
    figure('AsyncDatabase.query', times.async, times.bare),
    figure('SQLNode on LocalRuntime', times.nodeSync, times.bare),
    figure('SQLNode on AsyncLocalRuntime', times.nodeAsync, times.bare),
    figure('Database.iterate', times.someSync, times.bareSome),
    figure('AsyncDatabase.iterate', times.someAsync, times.bareSomeAwaited),
  ];
};

const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
const path = join(folder, 'bench.db');
const url = await freshDatabase('bench');
for (const options of [
  { type: 'sqlite', path },
  { type: 'postgresql', url },
] as const) {
  const database = new Database(options);
  database.exec(FILL);
  database.close();
}

const libsql = new (createRequire(import.meta.url)('libsql'))(path);
const client = new Client({ connectionString: url });
await client.connect();
const readCursor = async (): Promise<undefined> => {
  const cursor = client.query(new Cursor<unknown>(SELECT, []));
  for (;;) {
    const rows = await cursor.read(500);
    if (rows.length === 0) break;
    for (const row of rows) seen = row;
  }
  await cursor.close();
};
const sqlite = await figuresOf(
  'SQLite',
  { type: 'sqlite', path },
  {
    all: () => libsql.prepare(SELECT).all([]),
    some: () => {
      for (const row of libsql.prepare(SELECT).iterate([])) seen = row;
    },
    someAwaited: async () => {
      for await (const row of libsql.prepare(SELECT).iterate([])) seen = row;
    },
  },
);
const postgres = await figuresOf(
  'PostgreSQL',
  { type: 'postgresql', url },
  {
    all: () => client.query(SELECT),
    some: readCursor,
    someAwaited: readCursor,
  },
);
libsql.close();
await client.end();
rmSync(folder, { recursive: true });
report(`Reading ${ROWS} rows of 4 columns (at least 0.8 times the driver's rows a second)`, [
  ...sqlite,
  ...postgres,
]);
if (seen === undefined) process.exitCode = 1;
