import type { DurationHistogram, NodeTypeMetrics, RuntimeMetrics } from '../../types/monitoring.ts';

/** Labels by name; their values may be any text. */
export type Labels = Readonly<Record<string, string>>;

/** A value of a metric; those of a histogram have names of their own. */
export interface Sample {
  readonly suffix?: '_bucket' | '_sum' | '_count';
  readonly labels: Labels;
  readonly value: number;
}

/** A metric in the data model of Prometheus, and how its values are read from a snapshot. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: (metrics: RuntimeMetrics) => readonly Sample[];
}

/** The labels that Lockstep, or Prometheus, gives itself. */
export const OWN_LABELS: readonly string[] = ['area', 'by', 'le', 'quantile', 'resource', 'status', 'type'];

const one = (value: number): readonly Sample[] => [{ labels: {}, value }];

const by = (label: string, values: Readonly<Record<string, number>>): readonly Sample[] =>
  Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }));

const byType = (
  { nodeTypes }: RuntimeMetrics,
  samples: (type: NodeTypeMetrics) => readonly Sample[],
): readonly Sample[] =>
  Object.entries(nodeTypes).flatMap(([type, metrics]) =>
    samples(metrics).map((sample) => ({ ...sample, labels: { type, ...sample.labels } })),
  );

// In seconds, the base unit of Prometheus.
const histogram = ({ buckets, count, sumMs }: DurationHistogram): readonly Sample[] => [
  ...buckets.map(
    (bucket): Sample => ({
      suffix: '_bucket',
      labels: { le: String(bucket.atMostMs / 1_000) },
      value: bucket.count,
    }),
  ),
  { suffix: '_bucket', labels: { le: '+Inf' }, value: count },
  { suffix: '_sum', labels: {}, value: sumMs / 1_000 },
  { suffix: '_count', labels: {}, value: count },
];

/** All metrics of a runtime, in the order of their text. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'lockstep_runs_started_total',
    help: 'Runs that were begun.',
    type: 'counter',
    samples: ({ runs }) => one(runs.started),
  },
  {
    name: 'lockstep_runs_resumed_total',
    help: 'Runs that went on from their checkpoints.',
    type: 'counter',
    samples: ({ runs }) => one(runs.resumed),
  },
  {
    name: 'lockstep_runs_total',
    help: 'Runs that have ended, by how.',
    type: 'counter',
    samples: ({ runs: { completed, partial, failed, cancelled, denied } }) =>
      by('status', { completed, partial, failed, cancelled, denied }),
  },
  {
    name: 'lockstep_runs_in_flight',
    help: 'Runs that were begun and have not ended.',
    type: 'gauge',
    samples: ({ runs }) => one(runs.inFlight),
  },
  {
    name: 'lockstep_runs_queued',
    help: 'Runs that wait for a place.',
    type: 'gauge',
    samples: ({ runs }) => one(runs.queued),
  },
  {
    name: 'lockstep_run_duration_seconds',
    help: 'How long runs took, however they ended.',
    type: 'histogram',
    samples: ({ runDurations }) => histogram(runDurations),
  },
  {
    name: 'lockstep_nodes_started_total',
    help: 'Nodes that were begun, by node type.',
    type: 'counter',
    samples: (metrics) => byType(metrics, ({ started }) => one(started)),
  },
  {
    name: 'lockstep_nodes_total',
    help: 'Nodes that have ended or were skipped, by node type and how.',
    type: 'counter',
    samples: (metrics) =>
      byType(metrics, ({ completed, failed, skipped }) => by('status', { completed, failed, skipped })),
  },
  {
    name: 'lockstep_node_retries_total',
    help: 'Attempts at nodes after the first, by node type.',
    type: 'counter',
    samples: (metrics) => byType(metrics, ({ retried }) => one(retried)),
  },
  {
    name: 'lockstep_node_duration_seconds',
    help: 'How long nodes took with all their attempts, by node type.',
    type: 'histogram',
    samples: (metrics) => byType(metrics, ({ durations }) => histogram(durations)),
  },
  {
    name: 'lockstep_circuit_breaker_trips_total',
    help: 'How often circuit breakers have opened.',
    type: 'counter',
    samples: ({ circuitBreakerTrips }) => one(circuitBreakerTrips),
  },
  {
    name: 'lockstep_refusals_total',
    help: 'Attempts that circuit breakers or bulkheads have refused.',
    type: 'counter',
    samples: ({ refusals: { circuitBreakers, bulkheads } }) =>
      by('by', { circuit_breaker: circuitBreakers, bulkhead: bulkheads }),
  },
  {
    name: 'lockstep_limit_refusals_total',
    help: 'Runs and nodes that limits of the runtime have refused, by what is limited.',
    type: 'counter',
    samples: ({ refusals }) => by('resource', refusals.resourceLimits),
  },
  {
    name: 'lockstep_uptime_seconds',
    help: 'Age of the runtime.',
    type: 'gauge',
    samples: ({ uptimeMs }) => one(uptimeMs / 1_000),
  },
  {
    name: 'lockstep_memory_bytes',
    help: 'Memory of the process.',
    type: 'gauge',
    samples: ({ memory }) =>
      by('area', {
        resident: memory.residentBytes,
        heap_used: memory.heapUsedBytes,
        heap_total: memory.heapTotalBytes,
        external: memory.externalBytes,
      }),
  },
  {
    name: 'lockstep_event_loop_utilization_ratio',
    help: 'Share of the time in which the event loop was busy, since the runtime was made.',
    type: 'gauge',
    samples: ({ eventLoop }) => one(eventLoop.utilization),
  },
  {
    name: 'lockstep_event_loop_delay_mean_seconds',
    help: 'How late the event loop turns, on average, since the runtime was made.',
    type: 'gauge',
    samples: ({ eventLoop }) => one(eventLoop.delayMs.mean / 1_000),
  },
  {
    name: 'lockstep_event_loop_delay_p99_seconds',
    help: 'How late the event loop turns in the worst hundredth, since the runtime was made.',
    type: 'gauge',
    samples: ({ eventLoop }) => one(eventLoop.delayMs.p99 / 1_000),
  },
  {
    name: 'lockstep_event_loop_delay_max_seconds',
    help: 'How late the event loop has turned at most, since the runtime was made.',
    type: 'gauge',
    samples: ({ eventLoop }) => one(eventLoop.delayMs.max / 1_000),
  },
];
