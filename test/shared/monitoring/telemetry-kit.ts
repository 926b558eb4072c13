import * as api from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { OpenTelemetryOptions } from '../../../types/index.ts';
import './traced-nodes.ts';

/** What a runtime is given, and what the real SDK has made of it. */
export interface Telemetry {
  readonly openTelemetry: OpenTelemetryOptions;
  readonly spans: () => readonly ReadableSpan[];
  /** The spans as a tree, with all that does not differ from run to run. */
  readonly tree: () => readonly string[];
  /** Each measurement in short: its instrument, its attributes, and its value (of a histogram: how many). */
  readonly measurements: () => Promise<readonly string[]>;
}

/** The API with providers of its own, so that no test hears of another one's runs. */
export const newTelemetry = (): Telemetry => {
  const exporter = new InMemorySpanExporter();
  const tracers = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: metricExporter,
    exportIntervalMillis: 2_147_483_647,
  });
  const meters = new MeterProvider({ readers: [reader] });
  const trace = {
    getTracer: (name: string) => tracers.getTracer(name),
    setSpan: api.trace.setSpan,
  };
  const metrics = { getMeter: (name: string) => meters.getMeter(name) };
  const measurements = async (): Promise<readonly string[]> => {
    await reader.forceFlush();
    const [latest] = metricExporter.getMetrics().slice(-1);
    await reader.shutdown();
    return (latest?.scopeMetrics ?? []).flatMap((scope) =>
      scope.metrics.flatMap(({ descriptor, dataPoints }) =>
        dataPoints.map(({ attributes, value }) => {
          const amount = typeof value === 'object' ? `x${value.count}` : value;
          return `${descriptor.name} ${JSON.stringify(attributes)} ${amount} ${descriptor.unit}`;
        }),
      ),
    );
  };
  const spans = (): readonly ReadableSpan[] => exporter.getFinishedSpans();
  return {
    openTelemetry: { api: { context: api.context, trace, metrics } },
    spans,
    tree: () => treeOf(spans()),
    measurements,
  };
};

const treeOf = (
  spans: readonly ReadableSpan[],
  parent: string | undefined = undefined,
  depth = 0,
): readonly string[] =>
  spans
    .filter(({ parentSpanContext }) => parentSpanContext?.spanId === parent)
    .sort((one, other) => startOf(one) - startOf(other))
    .flatMap((span) => [
      `${'  '.repeat(depth)}${lineOf(span)}`,
      ...treeOf(spans, span.spanContext().spanId, depth + 1),
    ]);

const startOf = ({ startTime: [seconds, nanoseconds] }: ReadableSpan): number =>
  seconds * 1e3 + nanoseconds / 1e6;

const lineOf = ({ name, attributes, status, events }: ReadableSpan): string => {
  const { 'lockstep.run.id': _, ...stable } = attributes;
  const told = events.map((event) => {
    const { 'exception.stacktrace': __, ...own } = event.attributes ?? {};
    return `${event.name} ${JSON.stringify(own)}`;
  });
  const message = status.message === undefined ? '' : ` ${status.message}`;
  return [name, JSON.stringify(stable), `${status.code}${message}`, ...told].join(' | ');
};
