/**
 * What a checkpoint after each node costs, with each store on both runtimes: a chain of no-op nodes, of which none starts before the one
 * before it is durable. Run: npm run bench -- checkpoint
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../postgres/server.ts';
import { builtPackage } from './built-package.ts';
import { chain } from './graphs.ts';
import { plainNoOps } from './no-op-functions.ts';
import { type Figure, report } from './report.ts';
import { median, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 200;
const ROUNDS = 20;

const {
  AsyncLocalRuntime,
  AsyncMemoryCheckpointStore,
  AsyncSqlCheckpointStore,
  LocalRuntime,
  MemoryCheckpointStore,
  SqlCheckpointStore,
  WorkflowBuilder,
} = await builtPackage();
const folder = mkdtempSync(join(tmpdir(), 'lockstep-bench-checkpoint-'));
const sqlite = { type: 'sqlite', path: join(folder, 'runs.db') } as const;
const postgresql = { type: 'postgresql', url: await freshDatabase('checkpoint-bench') } as const;

const blocking = {
  memory: new MemoryCheckpointStore(),
  sqlite: new SqlCheckpointStore(sqlite),
  postgresql: new SqlCheckpointStore(postgresql),
};
const concurrent = {
  memory: new AsyncMemoryCheckpointStore(),
  sqlite: new AsyncSqlCheckpointStore(sqlite),
  postgresql: new AsyncSqlCheckpointStore(postgresql),
};
/** Microseconds that a node may take under a checkpoint; a round of PostgreSQL depends on the machine alone. */
const limits = { memory: 50, sqlite: 500, postgresql: 5_000 };

const workflow = workflowOf(new WorkflowBuilder(), chain(SIZE), plainNoOps(SIZE));
const perNode = (times: readonly number[]): number => (median(times) * 1_000) / SIZE;

const figures: Figure[] = [];
for (const [name, Runtime, stores] of [
  ['LocalRuntime', LocalRuntime, blocking],
  ['AsyncLocalRuntime', AsyncLocalRuntime, concurrent],
] as const) {
  const off = new Runtime();
  const on = (store: keyof typeof blocking) => {
    const runtime = new Runtime({ durability: { store: stores[store] } });
    return () => runtime.execute(workflow);
  };
  const times = await timesOf(
    {
      off: () => off.execute(workflow),
      memory: on('memory'),
      sqlite: on('sqlite'),
      postgresql: on('postgresql'),
    },
    ROUNDS,
  );
  for (const store of ['off', 'memory', 'sqlite', 'postgresql'] as const) {
    figures.push({
      what: `${name}, ${store}`,
      value: perNode(times[store]),
      unit: 'µs a node',
      ...(store !== 'off' && { limit: { atMost: limits[store] } }),
    });
  }
}
for (const store of [...Object.values(blocking), ...Object.values(concurrent)]) await store.close();
rmSync(folder, { recursive: true });
report(`A checkpoint after each of ${SIZE} no-op nodes in a chain`, figures);
