/**
 * What one crossing costs: a node that has only an asynchronous form on the sync runtime, against the same node on the async runtime,
 * and a point query on PostgreSQL from a blocked thread, against the same on the event loop. Run: npm run bench -- bridge
 */
import { Client } from 'pg';
import { freshDatabase } from '../postgres/server.ts';
import { addLater } from './add-later.ts';
import { builtPackage } from './built-package.ts';
import { type Figure, report } from './report.ts';
import { median, timesOf } from './rounds.ts';

const CROSSINGS = 50;
const ROUNDS = 40;

const { Database, AsyncDatabase, LocalRuntime, AsyncLocalRuntime, WorkflowBuilder } = await builtPackage();
const builder = new WorkflowBuilder();
for (let index = 0; index < CROSSINGS; index += 1) builder.addNode(addLater, `n${index}`, { a: index, b: 1 });
const workflow = builder.build();
const local = new LocalRuntime();
const asyncLocal = new AsyncLocalRuntime({ maxConcurrency: 1 });

const url = await freshDatabase('bridge');
const blocking = new Database({ type: 'postgresql', url });
const concurrent = new AsyncDatabase({ type: 'postgresql', url });
const client = new Client({ connectionString: url });
await client.connect();
const SELECT = 'SELECT $1::int AS n';

const times = await timesOf(
  {
    nodeAcross: () => local.execute(workflow),
    nodeHere: () => asyncLocal.execute(workflow),
    queryAcross: () => {
      for (let n = 0; n < CROSSINGS; n += 1) blocking.query(SELECT, [n]);
    },
    queryHere: async () => {
      for (let n = 0; n < CROSSINGS; n += 1) await concurrent.query(SELECT, [n]);
    },
    queryBare: async () => {
      for (let n = 0; n < CROSSINGS; n += 1) await client.query(SELECT, [n]);
    },
  },
  ROUNDS,
);
local.close();
await asyncLocal.close();
blocking.close();
await concurrent.close();
await client.end();

const each = (all: readonly number[]): number => (median(all) * 1_000) / CROSSINGS;
const figure = (what: string, value: number, detail: string): Figure => ({ what, value, unit: 'µs', detail });
report('What one crossing costs', [
  figure(
    'a node in the worker of LocalRuntime',
    each(times.nodeAcross),
    `on AsyncLocalRuntime ${each(times.nodeHere).toFixed(1)} µs`,
  ),
  figure(
    'Database.query on PostgreSQL',
    each(times.queryAcross),
    `pg itself ${each(times.queryBare).toFixed(0)} µs`,
  ),
  figure(
    'AsyncDatabase.query on PostgreSQL',
    each(times.queryHere),
    `pg itself ${each(times.queryBare).toFixed(0)} µs`,
  ),
]);
