import type { Health, HealthCheck, HealthCheckName, HealthStatus } from '../../types/monitoring.ts';
import type { BulkheadStatus, CircuitBreakerStatus } from '../../types/resilience.ts';
import type { Excess } from '../resources/pressure.ts';

/** What the health of a runtime is told from. */
export interface RuntimeState {
  /** The class that users know. */
  readonly name: string;
  readonly isClosed: boolean;
  /** Runs under way. */
  readonly living: number;
  readonly breakers: readonly CircuitBreakerStatus[];
  readonly bulkheads: readonly QueuedBulkhead[];
  readonly limits: LimitState | undefined;
  readonly connections: ConnectionState | undefined;
  readonly audit: AuditState;
  /** Why resources could not be opened, by their keys. */
  readonly failedResources: ReadonlyMap<string, string>;
}

/** A bulkhead, and how many may wait for it. */
export interface QueuedBulkhead extends BulkheadStatus {
  readonly maxQueue: number;
}

/** How far the limits of a runtime are used. */
export interface LimitState {
  /** Whether a run or a node that would pass them is refused sooner or later. */
  readonly refuses: boolean;
  readonly runs: QueuedBulkhead | undefined;
  readonly excess: Excess | undefined;
}

/** How many connections are open, and how many may be. */
export interface ConnectionState {
  readonly open: number;
  readonly max: number;
}

/** Why the last entry of the audit log was not stored, if it was not, and whether that ends runs. */
export interface AuditState {
  readonly failure: string | undefined;
  readonly endsRuns: boolean;
}

type Finding = Omit<HealthCheck, 'name'>;

const UNITS = { memory: 'MiB', cpu: '%' } as const;

const CHECKS: Readonly<Record<HealthCheckName, (state: RuntimeState) => Finding>> = {
  lifecycle: ({ name, isClosed, living }) => {
    if (!isClosed) return found('unhealthy', []);
    const state = living === 0 ? 'is closed' : `is closing, with ${living} run(s) under way`;
    return found('unhealthy', [`This ${name} ${state}, and takes no more runs.`]);
  },
  circuitBreakers: ({ breakers }) =>
    found(
      'degraded',
      breakers
        .filter(({ state }) => state !== 'closed')
        .map(({ name, state }) =>
          state === 'open'
            ? `Circuit '${name}' is open: its calls are refused.`
            : `Circuit '${name}' is half open: it lets one call through at a time.`,
        ),
    ),
  bulkheads: ({ bulkheads }) =>
    found(
      'degraded',
      bulkheads
        .filter(isFull)
        .map(
          ({ name, maxConcurrent }) =>
            `Bulkhead '${name}' is full (maxConcurrent ${maxConcurrent}): further calls are refused.`,
        ),
    ),
  resourceLimits: ({ limits, connections }) => {
    const { runs, excess, refuses = false } = limits ?? {};
    const full = [
      ...(runs !== undefined && isFull(runs)
        ? [`As many runs are under way as maxConcurrentWorkflows allows (${runs.maxConcurrent}).`]
        : []),
      ...(connections !== undefined && connections.open >= connections.max
        ? [`As many connections are open as maxConnections allows (${connections.max}).`]
        : []),
    ];
    if (excess === undefined) return found('degraded', full);
    const { resource, value, limit } = excess;
    const unit = UNITS[resource];
    return found(refuses ? 'unhealthy' : 'degraded', [
      ...full,
      `The process uses more ${resource} than it may: ${Math.round(value)} of ${limit} ${unit}.`,
    ]);
  },
  audit: ({ audit: { failure, endsRuns } }) =>
    found(endsRuns ? 'unhealthy' : 'degraded', failure === undefined ? [] : [failure]),
  resources: ({ failedResources }) =>
    found(
      'degraded',
      [...failedResources].map(([key, reason]) => `Resource '${key}' was not opened: ${reason}`),
    ),
};

const ORDER: readonly Health[] = ['healthy', 'degraded', 'unhealthy'];

/** How a runtime is, from what it knows of itself; frozen. */
export const healthOf = (state: RuntimeState): HealthStatus => {
  const checks = Object.entries(CHECKS).map(([name, check]) =>
    Object.freeze({ name: name as HealthCheckName, ...check(state) }),
  );
  const worst = checks.reduce((rank, { health }) => Math.max(rank, ORDER.indexOf(health)), 0);
  return Object.freeze({ health: ORDER[worst] ?? 'healthy', checks: Object.freeze(checks) });
};

const found = (health: Health, reasons: readonly string[]): Finding => ({
  health: reasons.length === 0 ? 'healthy' : health,
  reasons: Object.freeze(reasons),
});

/** Whether the next to come is refused. */
const isFull = ({ underWay, maxConcurrent, queued, maxQueue }: QueuedBulkhead): boolean =>
  underWay >= maxConcurrent && queued >= maxQueue;
