import type { AuditTrail } from '../audit/audit-trail.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { QueuedBulkhead, RuntimeState } from '../monitoring/health-checks.ts';
import type { Bulkhead } from '../resilience/bulkhead.ts';
import { breakerStatuses, type Resilience } from '../resilience/resilience.ts';
import type { ResourceRegistry } from '../resources/resource-registry.ts';
import type { RuntimeLimits } from '../resources/runtime-limits.ts';
import type { Redactor } from '../secrets/redactor.ts';

/** Where a runtime keeps what its health is told from. */
export interface RuntimeParts {
  readonly name: string;
  readonly settings: RunSettings;
  readonly isClosed: boolean;
  readonly living: number;
  readonly resilience: Resilience;
  readonly limits: RuntimeLimits | undefined;
  readonly audit: AuditTrail | undefined;
  readonly resources: ResourceRegistry;
  readonly redactor: Redactor;
}

/** What the health of a runtime is told from. */
export const runtimeState = (parts: RuntimeParts): RuntimeState => {
  const { name, settings, isClosed, living, resilience, limits, audit, resources, redactor } = parts;
  const { canWait, resourceLimits, audit: auditOptions } = settings;
  const now = performance.now();
  const canQueue = canWait && limits?.degradation === 'queue';
  const max = resourceLimits?.maxConnections;
  return {
    name,
    isClosed,
    living,
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
