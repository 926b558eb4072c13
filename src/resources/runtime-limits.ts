import type { Degradation, Enforcement, ResourceLimits } from '../../types/resource-limits.ts';
import { Bulkhead } from '../resilience/bulkhead.ts';
import { Pressure } from './pressure.ts';

/** How long a run, or an attempt, waits unless told otherwise, in milliseconds. */
const DEFAULT_WAIT_MS = 30_000;

/** The limits of a runtime, and how far they are used. */
export interface RuntimeLimits {
  readonly enforcement: Enforcement;
  readonly degradation: Degradation;
  readonly queueTimeoutMs: number;
  /** The places of runs, where they are limited. */
  readonly runs: Bulkhead | undefined;
  /** What the process uses, where that is limited. */
  readonly pressure: Pressure | undefined;
}

/** The limits of a runtime that has not run anything yet. */
export const runtimeLimits = (limits: ResourceLimits): RuntimeLimits => {
  const { enforcement = 'strict', degradation = 'reject', queueTimeoutMs = DEFAULT_WAIT_MS } = limits;
  const { maxConcurrentWorkflows, maxQueue = Number.POSITIVE_INFINITY } = limits;
  const isMeasured = limits.maxMemoryMb !== undefined || limits.maxCpuPercent !== undefined;
  return {
    enforcement,
    degradation,
    queueTimeoutMs,
    runs:
      maxConcurrentWorkflows === undefined
        ? undefined
        : new Bulkhead({ maxConcurrent: maxConcurrentWorkflows, maxQueue }),
    pressure: isMeasured ? new Pressure(limits) : undefined,
  };
};
