import type { AccessControl, UserContext } from '../../types/access-control.ts';
import type { AuditOptions } from '../../types/audit.ts';
import type { Logger } from '../../types/logger.ts';
import type { DeclaredResource } from '../../types/node-resources.ts';
import type { OpenTelemetryOptions } from '../../types/open-telemetry.ts';
import type { BulkheadPolicy, CircuitBreakerPolicy } from '../../types/resilience.ts';
import type { ResourceLimits } from '../../types/resource-limits.ts';
import type { AnalyticsOptions } from '../../types/run-history.ts';
import type { ConditionalExecution, OnError, RetryPolicy } from '../../types/runtime-options.ts';
import type { SecretProvider } from '../../types/secret-provider.ts';
import type { DurabilityPolicy } from '../durability/durability-schema.ts';

/** The options of a runtime and of one run, checked and completed: what the engine goes by. */
export interface RunSettings {
  readonly conditionalExecution: ConditionalExecution;
  readonly onError: OnError;
  readonly contentAwareSuccess: boolean;
  readonly enableCycles: boolean;
  readonly retry: RetryPolicy;
  readonly circuitBreaker: CircuitBreakerPolicy | undefined;
  readonly bulkhead: BulkheadPolicy | undefined;
  /** Whether a run can wait for another one to go on: not where both need the thread that would wait. */
  readonly canWait: boolean;
  /** Milliseconds; `undefined` where there is no limit. */
  readonly timeoutMs: number | undefined;
  /** How many nodes of one run may be under way at once. */
  readonly maxConcurrency: number;
  /** How many workers there may be for nodes that are CPU-bound; with 0 they run in place. */
  readonly threadPoolSize: number;
  readonly signal: AbortSignal | undefined;
  /** `undefined` where everyone may do everything. */
  readonly accessControl: AccessControl | undefined;
  readonly userContext: UserContext | undefined;
  readonly secretProvider: SecretProvider | undefined;
  /** `undefined` where nothing is recorded. */
  readonly audit: AuditOptions | undefined;
  /** `undefined` where no history of runs is kept. */
  readonly analytics: AnalyticsOptions | undefined;
  /** Whether the history tells of concurrency, waits and the event loop. */
  readonly enableProfiling: boolean;
  /** Whether the runtime counts what its runs do. */
  readonly metrics: boolean;
  /** `undefined` where nothing is logged. */
  readonly logger: Logger | undefined;
  /** `undefined` where OpenTelemetry hears of nothing. */
  readonly openTelemetry: OpenTelemetryOptions | undefined;
  /** How runs are made durable, where they are. */
  readonly durability?: DurabilityPolicy;
  /** Whether shared resources outlive the runs that use them. */
  readonly persistent: boolean;
  readonly resourceLimits: ResourceLimits | undefined;
  /** The shared resources that the runtime declares. */
  readonly resources: Readonly<Record<string, DeclaredResource>>;
}
