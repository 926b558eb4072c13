import assert from 'node:assert/strict';
import { describe } from 'node:test';
import parse from 'parse-prometheus-text-format';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { defineNode, InvalidOptionError, prometheusText, WorkflowBuilder } from '../../../src/index.ts';
import { DURATION_BOUNDS_MS } from '../../../src/monitoring/duration-recorder.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { type AnyRuntime, kits } from '../runtime/kits.ts';
import { failing, journeys } from './every-path.ts';
import { forEachSide } from './for-each-side.ts';

type Families = ReturnType<typeof parse>;

const family = (families: Families, name: string): Families[number] => {
  const found = families.find((each) => each.name === name);
  assert.ok(found, `there is no ${name}`);
  return found;
};

const value = (families: Families, name: string, labels: Readonly<Record<string, string>> = {}): unknown =>
  family(families, name).metrics.find((each) =>
    Object.entries(labels).every(([label, text]) => each.labels?.[label] === text),
  )?.value;

/** The series of node durations with that ending, their labels in one order. */
const seriesOf = (text: string, ending: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`lockstep_node_duration_seconds${ending}{`))
    .map((line) => line.replace(/\{(.*)\}/, (_, pairs: string) => `{${pairs.split(',').sort().join(',')}}`));

/** Runs each journey that is quick, and one that fails. */
const used = async (runtime: AnyRuntime): Promise<undefined> => {
  for (const { path, workflow } of journeys) if (path !== 'workers') await executeRuntime(runtime, workflow);
  await thrownBy(() => executeRuntime(runtime, failing));
};

describe('TestSharedPrometheusText', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_prometheus_text_is_read_by_an_independent_parser', async ({ observe }) => {
      const runtime = new Runtime({ metrics: true, conditionalExecution: 'skip_branches' });
      await used(runtime);
      const metrics = runtime.getRuntimeMetrics();
      const families = parse(prometheusText(metrics));
      observe(
        'families',
        families.map(({ name, help, type }) => [name, help, type]),
      );
      assert.equal(families.length, 19);
      assert.equal(value(families, 'lockstep_runs_total', { status: 'completed' }), '6');
      assert.equal(value(families, 'lockstep_runs_total', { status: 'failed' }), '1');
      const functions = { type: 'FunctionNode', status: 'completed' };
      const { completed } = metrics.nodeTypes.FunctionNode ?? {};
      assert.equal(value(families, 'lockstep_nodes_total', functions), String(completed));
      assert.equal(value(families, 'lockstep_node_retries_total', { type: 'FunctionNode' }), '1');
      const [histogram] = family(families, 'lockstep_run_duration_seconds').metrics;
      assert.equal(histogram?.count, '7');
      assert.equal(Number(histogram?.sum), metrics.runDurations.sumMs / 1_000);
      const bounds = [...DURATION_BOUNDS_MS.map((ms) => String(ms / 1_000)), '+Inf'];
      assert.deepEqual(Object.keys(histogram?.buckets ?? {}).sort(), bounds.sort());
      assert.equal(histogram?.buckets?.['+Inf'], '7');
    });

    test('test_prometheus_text_is_what_prom_client_writes_of_the_same_values', async () => {
      const runtime = new Runtime({ metrics: true });
      await executeRuntime(runtime, journeys[0]?.workflow as never);
      const { runs, nodeTypes } = runtime.getRuntimeMetrics();
      const ours = prometheusText(runtime.getRuntimeMetrics());
      const registers = [new Registry()];
      const started = new Counter({
        name: 'lockstep_runs_started_total',
        help: 'Runs that were begun.',
        registers,
      });
      started.inc(runs.started);
      const ended = new Counter({
        name: 'lockstep_runs_total',
        help: 'Runs that have ended, by how.',
        labelNames: ['status'],
        registers,
      });
      for (const status of ['completed', 'partial', 'failed', 'cancelled', 'denied'] as const) {
        ended.inc({ status }, runs[status]);
      }
      new Gauge({
        name: 'lockstep_runs_in_flight',
        help: 'Runs that were begun and have not ended.',
        registers,
      });
      const peer = (await registers[0]?.metrics()) ?? '';
      const blocks = peer.trim().split('\n\n');
      assert.equal(blocks.length, 3);
      for (const block of blocks) assert.ok(ours.includes(`${block}\n`), `${block}\nis not in\n${ours}`);

      const histogram = new Histogram({
        name: 'lockstep_node_duration_seconds',
        help: 'How long nodes took with all their attempts, by node type.',
        labelNames: ['type'],
        buckets: DURATION_BOUNDS_MS.map((ms) => ms / 1_000),
        registers: [new Registry()],
      });
      const { durations } = nodeTypes.FunctionNode ?? assert.fail('there is no FunctionNode');
      const values = durations.buckets.flatMap(({ atMostMs, count }, index) =>
        Array.from({ length: count - (durations.buckets[index - 1]?.count ?? 0) }, () => atMostMs / 1_000),
      );
      for (const each of values) histogram.observe({ type: 'FunctionNode' }, each);
      const registry = new Registry();
      registry.registerMetric(histogram);
      // The parser takes all series of a histogram for one, so that this is compared line by line.
      assert.deepEqual(seriesOf(ours, '_bucket'), seriesOf(await registry.metrics(), '_bucket'));
      assert.deepEqual(seriesOf(ours, '_count'), seriesOf(await registry.metrics(), '_count'));
    });

    test('test_prometheus_text_escapes_what_labels_hold', async () => {
      const type = 'A "quoted"\\type\nof two lines';
      const odd = defineNode({ type, inputs: {}, outputs: ['x'], run: () => ({ x: 1 }) });
      const runtime = new Runtime({ metrics: true });
      await executeRuntime(runtime, new WorkflowBuilder().addNode(odd, 'n').build());
      const text = prometheusText(runtime.getRuntimeMetrics());
      assert.ok(
        text.includes('lockstep_nodes_started_total{type="A \\"quoted\\"\\\\type\\nof two lines"} 1\n'),
      );
      assert.equal(value(parse(text), 'lockstep_nodes_started_total', { type }), '1');
      assert.ok(text.endsWith('\n') && !text.includes('\n\n'));
    });

    test('test_prometheus_text_of_several_runtimes_is_told_apart_by_labels', async () => {
      const [one, other] = [new Runtime({ metrics: true }), new Runtime({ metrics: true })];
      await executeRuntime(one, journeys[0]?.workflow as never);
      const text = prometheusText([
        { labels: { runtime: 'one' }, metrics: one.getRuntimeMetrics() },
        { labels: { runtime: 'other' }, metrics: other.getRuntimeMetrics() },
      ]);
      const families = parse(text);
      assert.equal(families.length, 19);
      assert.equal(value(families, 'lockstep_runs_started_total', { runtime: 'one' }), '1');
      assert.equal(value(families, 'lockstep_runs_started_total', { runtime: 'other' }), '0');
    });

    test('test_prometheus_text_refuses_labels_that_would_not_be_read', async () => {
      const metrics = new Runtime({ metrics: true }).getRuntimeMetrics();
      const refused = (...labels: readonly Readonly<Record<string, string>>[]): Promise<unknown> =>
        thrownBy(() => prometheusText(labels.map((each) => ({ labels: each, metrics }))));
      assertError(
        await refused({ 'my-label': 'x' }),
        InvalidOptionError,
        "'my-label'",
        'begin with a letter',
      );
      assertError(await refused({ le: 'x' }), InvalidOptionError, "'le'", 'Use none of these');
      assertError(await refused({ a: '1' }, { a: '1' }), InvalidOptionError, 'Two runtimes', 'its own');
    });
  });
});
