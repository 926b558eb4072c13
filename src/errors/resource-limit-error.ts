import type { LimitedResource } from '../../types/resource-limits.ts';
import { RefusalError } from './refusal-error.ts';

/** Why a limit refuses: by its policy, since the wait was too long or the queue is full, or since the thread cannot wait. */
export type LimitRefusal = 'reject' | 'late' | 'full' | 'blocking';

const NAMES: Readonly<Record<LimitedResource, string>> = {
  workflows: 'maxConcurrentWorkflows',
  connections: 'maxConnections',
  memory: 'maxMemoryMb',
  cpu: 'maxCpuPercent',
};

const REMEDIES: Readonly<Record<LimitRefusal, string>> = {
  reject: "start it later, or have it wait with degradation: 'queue'",
  late: 'it has waited for all of queueTimeoutMs: raise that, or start less at once',
  full: 'as many as maxQueue wait already: raise that, or start less at once',
  blocking: 'LocalRuntime cannot wait for a run of its own thread: end the runs under way first',
};

/** A run, an attempt or a resource was refused, since it would have passed a limit of the option `resourceLimits`. */
export class ResourceLimitError extends RefusalError {
  readonly code = 'RESOURCE_LIMIT';
  readonly resource: LimitedResource;
  readonly limit: number;
  readonly reason: LimitRefusal;

  constructor(resource: LimitedResource, limit: number, reason: LimitRefusal) {
    super(
      `resourceLimits.${NAMES[resource]} of ${limit} is reached; ${REMEDIES[reason]}. Or raise resourceLimits.${NAMES[resource]}.`,
    );
    this.resource = resource;
    this.limit = limit;
    this.reason = reason;
  }
}
