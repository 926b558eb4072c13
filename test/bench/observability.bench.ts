/** What recording runs costs, switched on, beside the same run without. */
import * as api from '@opentelemetry/api';
import { builtPackage } from './built-package.ts';
import { chain } from './graphs.ts';
import { plainNoOps } from './no-op-functions.ts';
import { type Figure, report } from './report.ts';
import { median, ratioOf, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 1_000;
const { LocalRuntime, MemoryRunHistoryStore, SqlRunHistoryStore, WorkflowBuilder, runToHtml } =
  await builtPackage();
const perNode = (times: readonly number[]): number => (median(times) * 1_000) / SIZE;

const workflow = workflowOf(new WorkflowBuilder(), chain(SIZE), plainNoOps(SIZE));
const plain = new LocalRuntime();
const heard = new LocalRuntime();
heard.on('*', () => undefined);
const counted = new LocalRuntime({ metrics: true });
const nothing = (): undefined => undefined;
const logger = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const logged = new LocalRuntime({ logger });
// Without an SDK: what Lockstep itself costs.
const traced = new LocalRuntime({ openTelemetry: { api, metrics: false } });
const measured = new LocalRuntime({ openTelemetry: { api, traces: false } });
const memory = new MemoryRunHistoryStore({ maxRuns: 20 });
const inMemory = new LocalRuntime({ analytics: { store: memory } });
const sql = new SqlRunHistoryStore({ type: 'sqlite', path: ':memory:' });
const inSqlite = new LocalRuntime({ analytics: { store: sql } });

const times = await timesOf(
  {
    off: () => plain.execute(workflow),
    listener: () => heard.execute(workflow),
    metrics: () => counted.execute(workflow),
    logger: () => logged.execute(workflow),
    traces: () => traced.execute(workflow),
    measurements: () => measured.execute(workflow),
    memory: () => inMemory.execute(workflow),
    sqlite: () => inSqlite.execute(workflow),
  },
  100,
);
const figureOf = (what: string, own: readonly number[]): Figure => ({
  what,
  value: perNode(own),
  unit: 'µs a node',
  detail: `${ratioOf(own, times.off).toFixed(1)} times a run without`,
});
report(`Observability on LocalRuntime, a chain of ${SIZE} no-op nodes`, [
  figureOf('without', times.off),
  figureOf("a listener of '*'", times.listener),
  figureOf('metrics', times.metrics),
  figureOf('a logger that writes nothing', times.logger),
  figureOf('OpenTelemetry traces, without an SDK', times.traces),
  figureOf('OpenTelemetry metrics, without an SDK', times.measurements),
  figureOf('analytics, in memory', times.memory),
  figureOf('analytics, in SQLite', times.sqlite),
]);

const [record] = inMemory.getRunHistory({ last: 1 });
if (record === undefined) throw new Error('the runs were not recorded');
const asked = await timesOf(
  { analytics: () => inMemory.getExecutionAnalytics(), page: () => runToHtml(record) },
  20,
);
report(`What records are made into, of runs of ${SIZE} nodes`, [
  { what: 'analytics of 20 runs', value: median(asked.analytics), unit: 'ms' },
  { what: 'the page of one', value: median(asked.page), unit: 'ms' },
]);
sql.close();
