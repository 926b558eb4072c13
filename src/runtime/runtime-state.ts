import type { RunSettings } from '../engine/run-settings.ts';
import type { QueuedBulkhead, RuntimeState } from '../monitoring/health-checks.ts';
import type { Bulkhead } from '../resilience/bulkhead.ts';
import { breakerStatuses } from '../resilience/resilience.ts';
import type { RuntimeParts } from './runtime-parts.ts';

/** What the health of a runtime is told from. */
export const runtimeState = (
  name: string,
  settings: RunSettings,
  isClosed: boolean,
  { living, resilience, limits, audit, resources, redactor }: RuntimeParts,
): RuntimeState => {
  const { canWait, resourceLimits, audit: auditOptions } = settings;
  const now = performance.now();
  const canQueue = canWait && limits?.degradation === 'queue';
  const max = resourceLimits?.maxConnections;
  return {
    name,
    isClosed,
    living: living.size,
    breakers: breakerStatuses(resilience, now),
    bulkheads: resilience.bulkheads.map((key, bulkhead) => queued(key, bulkhead, canWait)),
    limits: limits && {
      refuses: limits.enforcement === 'strict',
      runs: limits.runs && queued('', limits.runs, canQueue),
      excess: limits.pressure?.look(now),
    },
    connections: max === undefined ? undefined : { open: resources.connections, max },
    audit: { failure: audit?.failure?.message, endsRuns: auditOptions?.onSinkFailure !== 'warn' },
    // Whoever opens them may quote what they open them with.
    failedResources: new Map(
      [...resources.failures].map(([key, reason]) => [key, String(redactor.redact(reason))]),
    ),
  };
};

const queued = (
  name: string,
  { policy, underWay, queued: waiting }: Bulkhead,
  canWait: boolean,
): QueuedBulkhead => ({
  name,
  maxConcurrent: policy.maxConcurrent,
  underWay,
  queued: waiting,
  maxQueue: canWait ? (policy.maxQueue ?? 0) : 0,
});
