export type {
  AccessAction,
  AccessCondition,
  AccessControl,
  AccessDecision,
  AccessRole,
  AccessRule,
  ConsideredRule,
  NodeAccess,
  OnDenied,
  UserContext,
  WorkflowAccess,
} from './access-control.ts';
export type {
  AuditEntry,
  AuditEvent,
  AuditHead,
  AuditOptions,
  AuditSink,
  AutomaticAuditType,
} from './audit.ts';
export type {
  CheckpointRecord,
  CheckpointStore,
  RunEnd,
  RunFilter,
  RunLease,
  StoredRun,
  StoredRunStatus,
} from './checkpoint-store.ts';

export type { Color, Disposal, Ret, Stream } from './color.ts';
export type { Conforms } from './conforms.ts';
export type { Drift } from './drift.ts';
export type { DriftsBetween } from './drifts-between.ts';
export type { DurabilityOptions } from './durability-options.ts';
export type {
  BranchAnalytics,
  CriticalNode,
  CriticalPath,
  DurationStatistics,
  ExecutionAnalytics,
  NodeAnalytics,
  RetryAnalytics,
} from './execution-analytics.ts';
export type {
  ConditionAnalysis,
  ConditionalNode,
  ConditionalPort,
  ExecutionPlan,
  RunProgress,
  WorkflowWarning,
} from './execution-plan.ts';
export type { Allowlist, Exemption, SameOnBoth } from './exemption.ts';
export type { Identical } from './identical.ts';
export type { InStep } from './in-step.ts';
export type { JsonValue } from './json.ts';
export type { Logger, LogMethod } from './logger.ts';
export type { Lossless, UsesThis } from './lossless.ts';
export type { Mirrors } from './mirrors.ts';
export type { MirrorsConstructor } from './mirrors-constructor.ts';
export type { MirrorsStatics } from './mirrors-statics.ts';
export type {
  DurationBucket,
  DurationHistogram,
  EventLoopMetrics,
  Health,
  HealthCheck,
  HealthCheckName,
  HealthStatus,
  MemoryMetrics,
  NodeCounts,
  NodeTypeMetrics,
  RefusalCounts,
  RunCounts,
  RuntimeMetrics,
} from './monitoring.ts';
export type { NodeContext, NodeContract, NodeInputs } from './node-contract.ts';
export type { DeclaredResource, NodeResources, ResourceLeaf } from './node-resources.ts';
export type {
  ApiContext,
  ApiCounter,
  ApiHistogram,
  ApiMetricOptions,
  ApiSpan,
  ApiSpanContext,
  OpenTelemetryApi,
  OpenTelemetryOptions,
  TelemetryAttributes,
} from './open-telemetry.ts';
export type { Promisify } from './promisify.ts';
export type {
  BulkheadPolicy,
  BulkheadStatus,
  CircuitBreakerPolicy,
  CircuitBreakerStatus,
  CircuitState,
  ConsecutiveFailures,
  ErrorMatcher,
  ErrorPattern,
  ErrorPredicate,
  FailedAttempt,
  FailureRate,
} from './resilience.ts';
export type {
  Degradation,
  Enforcement,
  LimitAction,
  LimitedResource,
  ResourceLimits,
} from './resource-limits.ts';
export type { ResumeOptions } from './resume-options.ts';
export type {
  AccessDenied,
  CycleSummary,
  NodeCompleted,
  NodeEventBase,
  NodeFailed,
  NodeRetried,
  NodeSkipped,
  NodeStarted,
  RunCancelled,
  RunCompleted,
  RunEvent,
  RunEventBase,
  RunEventOf,
  RunEventType,
  RunFailed,
  RunResumed,
  RunStarted,
} from './run-event.ts';
export type {
  AnalyticsOptions,
  AttemptRecord,
  NodeOutcome,
  NodeRecord,
  RecordedEdge,
  RecordedError,
  RecordedStatus,
  RunGraph,
  RunHistoryQuery,
  RunHistoryStore,
  RunOrigin,
  RunProfile,
  RunRecord,
  RunWaits,
  StoredRunQuery,
} from './run-history.ts';
export type { RunResult, RunStatus } from './run-result.ts';
export type { RuntimeContract, RuntimeMembers } from './runtime-contract.ts';
export type {
  AsyncRuntimeOptions,
  Backoff,
  CloseOptions,
  ConditionalExecution,
  Jitter,
  OnError,
  RetryPolicy,
  RunOptions,
  RuntimeOptions,
} from './runtime-options.ts';
export type { SecretProvider, SecretProviderContract, SecretReference } from './secret-provider.ts';
export type {
  Connection,
  ConvergenceCondition,
  ConvergencePredicate,
  Cycle,
  CycleProgress,
  NodeOutput,
  NodeOutputs,
  Operator,
  WorkflowContract,
  WorkflowJson,
  WorkflowNode,
} from './workflow.ts';
