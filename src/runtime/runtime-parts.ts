import { RunHistory } from '../analytics/run-history.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import { WorkerPool } from '../bridge/worker-pool.ts';
import type { RunLife } from '../engine/run-life.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { MetricsRecorder } from '../monitoring/metrics-recorder.ts';
import { observersOf } from '../monitoring/observers-of.ts';
import type { RunObserver } from '../monitoring/run-observer.ts';
import { newResilience, type Resilience } from '../resilience/resilience.ts';
import { connectionLimit } from '../resources/connection-limit.ts';
import { ResourceRegistry } from '../resources/resource-registry.ts';
import { type RuntimeLimits, runtimeLimits } from '../resources/runtime-limits.ts';
import { Redactor } from '../secrets/redactor.ts';

/** What all runs of a runtime share; `undefined` is what its options do not ask for. */
export interface RuntimeParts {
  readonly resources: ResourceRegistry;
  readonly resilience: Resilience;
  readonly redactor: Redactor;
  readonly pool: WorkerPool | undefined;
  readonly limits: RuntimeLimits | undefined;
  readonly audit: AuditTrail | undefined;
  readonly history: RunHistory | undefined;
  readonly metrics: MetricsRecorder | undefined;
  /** What the runs are observed by, in this order. */
  readonly observers: readonly RunObserver[];
  /** The runs under way. */
  readonly living: Set<RunLife>;
}

/** The parts of a new runtime. */
export const runtimePartsOf = (settings: RunSettings): RuntimeParts => {
  const { analytics, audit, persistent, resourceLimits, resources, threadPoolSize } = settings;
  const redactor = new Redactor();
  const metrics = settings.metrics ? new MetricsRecorder() : undefined;
  return {
    resources: new ResourceRegistry({
      persistent,
      declared: resources,
      connections: connectionLimit(settings),
      redact: (error) => redactor.redact(error),
    }),
    resilience: newResilience(),
    redactor,
    pool: threadPoolSize === 0 ? undefined : new WorkerPool(threadPoolSize),
    limits: resourceLimits && runtimeLimits(resourceLimits),
    audit: audit && new AuditTrail(audit),
    history: analytics && new RunHistory(analytics),
    metrics,
    observers: observersOf({ ...settings, metrics }),
    living: new Set(),
  };
};
