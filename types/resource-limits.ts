/** What a limit does: it holds (`strict`), it is only reported (`warn`), or the runtime does with less (`adaptive`). */
export type Enforcement = 'strict' | 'warn' | 'adaptive';

/** What becomes of what a limit holds up: it waits its turn, is refused at once, or asks again at growing intervals. */
export type Degradation = 'queue' | 'reject' | 'defer';

/** What a limit is about. */
export type LimitedResource = 'workflows' | 'connections' | 'memory' | 'cpu';

/** What was done about a limit that something would have passed. */
export type LimitAction = 'warned' | 'queued' | 'deferred' | 'rejected' | 'slowed';

/**
 * How much a runtime may use; src/SEMANTICS.md says what each limit does on each side.
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime } from 'lockstep';
 * const resourceLimits = { maxConcurrentWorkflows: 50, maxMemoryMb: 2_048, degradation: 'queue' } as const;
 * const runtime = new AsyncLocalRuntime({ resourceLimits });
 * ```
 */
export interface ResourceLimits {
  /** Runs under way at once, sub-workflows not counted: a whole number from 1. */
  readonly maxConcurrentWorkflows?: number;
  /** Connections of all open shared resources (their `connections`): a whole number from 0. */
  readonly maxConnections?: number;
  /** Resident memory of the process, in MiB, greater than 0; looked at before each attempt. */
  readonly maxMemoryMb?: number;
  /** CPU time of the process as a share of all cores, in percent: greater than 0, at most 100; looked at before each attempt. */
  readonly maxCpuPercent?: number;
  /** `strict` unless given. */
  readonly enforcement?: Enforcement;
  /** `reject` unless given. */
  readonly degradation?: Degradation;
  /** How many runs may wait: a whole number from 0; without limit unless given. */
  readonly maxQueue?: number;
  /** How long a run, or an attempt, may wait, in milliseconds, greater than 0; 30,000 unless given. */
  readonly queueTimeoutMs?: number;
}
