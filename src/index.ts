// What can be disposed of is declared with symbols that the `lib` of many projects lacks.
/// <reference lib="esnext.disposable" preserve="true" />
export type {
  AccessAction,
  AccessCondition,
  AccessControl,
  AccessDecision,
  AccessRule,
  AnalyticsOptions,
  ApiContext,
  ApiCounter,
  ApiHistogram,
  ApiMetricOptions,
  ApiSpan,
  ApiSpanContext,
  AsyncRuntimeOptions,
  AttemptRecord,
  AuditEntry,
  AuditEvent,
  AuditHead,
  AuditOptions,
  AuditSink,
  AutomaticAuditType,
  Backoff,
  BranchAnalytics,
  BulkheadPolicy,
  BulkheadStatus,
  CheckpointRecord,
  CheckpointStore,
  CircuitBreakerPolicy,
  CircuitBreakerStatus,
  CircuitState,
  CloseOptions,
  ConditionAnalysis,
  ConditionalExecution,
  ConditionalNode,
  ConditionalPort,
  Connection,
  ConvergenceCondition,
  ConvergencePredicate,
  CriticalNode,
  CriticalPath,
  Cycle,
  CycleProgress,
  CycleSummary,
  DeclaredResource,
  Degradation,
  DurabilityOptions,
  DurationBucket,
  DurationHistogram,
  DurationStatistics,
  Enforcement,
  ErrorMatcher,
  ErrorPattern,
  ErrorPredicate,
  EventLoopMetrics,
  ExecutionAnalytics,
  ExecutionPlan,
  FailedAttempt,
  Health,
  HealthCheck,
  HealthCheckName,
  HealthStatus,
  Jitter,
  JsonValue,
  LimitAction,
  LimitedResource,
  Logger,
  LogMethod,
  MemoryMetrics,
  NodeAccess,
  NodeAnalytics,
  NodeContext,
  NodeContract,
  NodeCounts,
  NodeInputs,
  NodeOutcome,
  NodeOutput,
  NodeOutputs,
  NodeRecord,
  NodeResources,
  NodeTypeMetrics,
  OnDenied,
  OnError,
  OpenTelemetryApi,
  OpenTelemetryOptions,
  Operator,
  RecordedEdge,
  RecordedError,
  RecordedStatus,
  RefusalCounts,
  ResourceLeaf,
  ResourceLimits,
  ResumeOptions,
  RetryAnalytics,
  RetryPolicy,
  RunCounts,
  RunEnd,
  RunEvent,
  RunEventOf,
  RunEventType,
  RunFilter,
  RunGraph,
  RunHistoryQuery,
  RunHistoryStore,
  RunLease,
  RunOptions,
  RunOrigin,
  RunProfile,
  RunProgress,
  RunRecord,
  RunResult,
  RunStatus,
  RuntimeContract,
  RuntimeMetrics,
  RuntimeOptions,
  RunWaits,
  SecretProvider,
  SecretProviderContract,
  SecretReference,
  StoredRun,
  StoredRunQuery,
  StoredRunStatus,
  TelemetryAttributes,
  UserContext,
  WorkflowAccess,
  WorkflowContract,
  WorkflowJson,
  WorkflowWarning,
} from '../types/index.ts';
export { AsyncSqlRunHistoryStore } from './analytics/async-sql-run-history-store.ts';
export { criticalPath } from './analytics/critical-path.ts';
export {
  type MemoryRunHistoryOptions,
  MemoryRunHistoryStore,
} from './analytics/memory-run-history-store.ts';
export { runToHtml } from './analytics/run-to-html.ts';
export { runToMermaid } from './analytics/run-to-mermaid.ts';
export { SqlRunHistoryStore } from './analytics/sql-run-history-store.ts';
export { type FileAuditOptions, type FileAuditSink, fileAuditSink } from './audit/file-audit-sink.ts';
export { type MemoryAuditSink, memoryAuditSink } from './audit/memory-audit-sink.ts';
export { type OpenTelemetryLogger, openTelemetryAuditSink } from './audit/open-telemetry-audit-sink.ts';
export { type SqlAuditSink, sqlAuditSink } from './audit/sql-audit-sink.ts';
export { AsyncDatabase } from './database/async-database.ts';
export { Database } from './database/database.ts';
export type {
  DatabaseContract,
  Dialect,
  SqlParameters,
  SqlQueries,
  SqlResult,
  SqlRow,
  StatementOptions,
} from './database/database-contract.ts';
export type { DatabaseOptions } from './database/database-options.ts';
export { AsyncMemoryCheckpointStore } from './durability/async-memory-checkpoint-store.ts';
export { AsyncSqlCheckpointStore } from './durability/async-sql-checkpoint-store.ts';
export { CheckpointMemory } from './durability/checkpoint-memory.ts';
export { MemoryCheckpointStore } from './durability/memory-checkpoint-store.ts';
export { isInterrupted } from './durability/run-owner.ts';
export { SqlCheckpointStore } from './durability/sql-checkpoint-store.ts';
export { AccessDeniedError } from './errors/access-denied-error.ts';
export { AnalyticsDisabledError } from './errors/analytics-disabled-error.ts';
export { AsyncNodeError } from './errors/async-node-error.ts';
export { AsyncOnlyNodeError } from './errors/async-only-node-error.ts';
export { AuditDisabledError } from './errors/audit-disabled-error.ts';
export { AuditFileError } from './errors/audit-file-error.ts';
export { AuditSinkError } from './errors/audit-sink-error.ts';
export { BridgeTimeoutError } from './errors/bridge-timeout-error.ts';
export { BridgeValueError } from './errors/bridge-value-error.ts';
export { BridgeWorkerError } from './errors/bridge-worker-error.ts';
export { BulkheadFullError } from './errors/bulkhead-full-error.ts';
export { CallColourError } from './errors/call-colour-error.ts';
export { CheckpointStoreError } from './errors/checkpoint-store-error.ts';
export { CircuitOpenError } from './errors/circuit-open-error.ts';
export { CodeMemoryError } from './errors/code-memory-error.ts';
export { CodeOutputTooLargeError } from './errors/code-output-too-large-error.ts';
export { CodeStackError } from './errors/code-stack-error.ts';
export { CodeSyntaxError } from './errors/code-syntax-error.ts';
export { CodeThrownError } from './errors/code-thrown-error.ts';
export { CodeTimeoutError } from './errors/code-timeout-error.ts';
export { CodeUnsettledError } from './errors/code-unsettled-error.ts';
export { CycleTimeoutError } from './errors/cycle-timeout-error.ts';
export { CyclesDisabledError } from './errors/cycles-disabled-error.ts';
export { ErrorPredicateError } from './errors/error-predicate-error.ts';
export { FileContentError } from './errors/file-content-error.ts';
export { FileOperationError } from './errors/file-operation-error.ts';
export { HttpContentError } from './errors/http-content-error.ts';
export { HttpHostError } from './errors/http-host-error.ts';
export { HttpRequestError } from './errors/http-request-error.ts';
export { HttpStatusError } from './errors/http-status-error.ts';
export { IdempotencyConflictError } from './errors/idempotency-conflict-error.ts';
export { InvalidConfigError } from './errors/invalid-config-error.ts';
export { InvalidConnectionError } from './errors/invalid-connection-error.ts';
export { InvalidCycleError } from './errors/invalid-cycle-error.ts';
export { InvalidNodeIdError } from './errors/invalid-node-id-error.ts';
export { InvalidOptionError } from './errors/invalid-option-error.ts';
export { InvalidWorkflowError } from './errors/invalid-workflow-error.ts';
export { KailashImportError, type KailashProblem } from './errors/kailash-import-error.ts';
export { LockstepError } from './errors/lockstep-error.ts';
export { LoopItemsError } from './errors/loop-items-error.ts';
export { MaskedFailureError } from './errors/masked-failure-error.ts';
export { MergeInputError } from './errors/merge-input-error.ts';
export { MetricsDisabledError } from './errors/metrics-disabled-error.ts';
export { MissingInputError } from './errors/missing-input-error.ts';
export { MissingOutputError } from './errors/missing-output-error.ts';
export { NodeReportedFailureError } from './errors/node-reported-failure-error.ts';
export { NodeTimeoutError } from './errors/node-timeout-error.ts';
export { PathOutsideRootError } from './errors/path-outside-root-error.ts';
export { PersistentModeError } from './errors/persistent-mode-error.ts';
export { PolicyConflictError } from './errors/policy-conflict-error.ts';
export { PoolValueError } from './errors/pool-value-error.ts';
export { PoolWorkerError } from './errors/pool-worker-error.ts';
export { PythonAccessError } from './errors/python-access-error.ts';
export { PythonNotInstalledError } from './errors/python-not-installed-error.ts';
export { PythonThrownError } from './errors/python-thrown-error.ts';
export { PythonWorkerError } from './errors/python-worker-error.ts';
export { RefusalError } from './errors/refusal-error.ts';
export { ResourceCloseError } from './errors/resource-close-error.ts';
export { ResourceColourError } from './errors/resource-colour-error.ts';
export { ResourceEndedError } from './errors/resource-ended-error.ts';
export { ResourceLimitError } from './errors/resource-limit-error.ts';
export { RunHistoryError } from './errors/run-history-error.ts';
export { RunTakenOverError } from './errors/run-taken-over-error.ts';
export { RunTimeoutError } from './errors/run-timeout-error.ts';
export { RunUnderWayError } from './errors/run-under-way-error.ts';
export { RuntimeClosedError } from './errors/runtime-closed-error.ts';
export { SecretError } from './errors/secret-error.ts';
export { SerializationError } from './errors/serialization-error.ts';
export { SqlClosedError } from './errors/sql-closed-error.ts';
export { SqlColumnError } from './errors/sql-column-error.ts';
export { SqlConflictError } from './errors/sql-conflict-error.ts';
export { SqlConnectionError } from './errors/sql-connection-error.ts';
export { SqlDriverError } from './errors/sql-driver-error.ts';
export { SqlParameterError } from './errors/sql-parameter-error.ts';
export { SqlPoolError } from './errors/sql-pool-error.ts';
export { SqlResultSizeError } from './errors/sql-result-size-error.ts';
export { type SqlPosition, type SqlReason, SqlStatementError } from './errors/sql-statement-error.ts';
export { SqlTimeoutError } from './errors/sql-timeout-error.ts';
export { SqlTransactionError } from './errors/sql-transaction-error.ts';
export { SwitchDataError } from './errors/switch-data-error.ts';
export { TransformError } from './errors/transform-error.ts';
export { UnclonableValueError } from './errors/unclonable-value-error.ts';
export { UndeclaredCycleError } from './errors/undeclared-cycle-error.ts';
export { UnknownInputError } from './errors/unknown-input-error.ts';
export { UnknownNodeError } from './errors/unknown-node-error.ts';
export { UnknownNodeTypeError } from './errors/unknown-node-type-error.ts';
export { UnknownPortError } from './errors/unknown-port-error.ts';
export { UnknownResourceError } from './errors/unknown-resource-error.ts';
export { UnknownRunError } from './errors/unknown-run-error.ts';
export { UnstorableValueError } from './errors/unstorable-value-error.ts';
export { WorkflowCancelledError } from './errors/workflow-cancelled-error.ts';
export { WorkflowChangedError } from './errors/workflow-changed-error.ts';
export { WorkflowExecutionError } from './errors/workflow-execution-error.ts';
export type { HttpConfig } from './http/http-config.ts';
export type { HttpOutput } from './http/http-node.ts';
export { fromKailash } from './kailash/from-kailash.ts';
export {
  type LabelledMetrics,
  PROMETHEUS_CONTENT_TYPE,
  prometheusText,
} from './monitoring/prometheus-text.ts';
export type { CodeConfig } from './nodes/code-node.ts';
export type {
  ConfigReader,
  DefinedBody,
  DefinedConfig,
  NodePolicies,
  NodeSpecification,
} from './nodes/define-node.ts';
export { defineNode } from './nodes/define-node.ts';
export type { FileReadConfig, FileReadOutput } from './nodes/file-read-node.ts';
export type { FileWriteConfig, FileWriteOutput } from './nodes/file-write-node.ts';
export type { FunctionConfig, NodeFunction } from './nodes/function-node.ts';
export type { MergeConfig } from './nodes/merge-node.ts';
export type { InputDeclaration, NodeDefinition, NodeOrigin } from './nodes/node-definition.ts';
export { createRegistry, type NodeRegistry } from './nodes/node-registry.ts';
export type { SwitchConfig } from './nodes/switch-node.ts';
export type { TransformConfig } from './nodes/transform-node.ts';
export type { PythonCodeConfig } from './python/python-code-node.ts';
export { AsyncLocalRuntime } from './runtime/async-local-runtime.ts';
export { LocalRuntime } from './runtime/local-runtime.ts';
export { environmentSecrets } from './secrets/environment-secrets.ts';
export { fileSecrets } from './secrets/file-secrets.ts';
export { REDACTED } from './secrets/redact-value.ts';
export { secret } from './secrets/secret.ts';
export { MASKED } from './security/mask-output.ts';
export type { SqlConfig } from './sql-nodes/sql-config.ts';
export type { SqlOutput, SqlStatementsOutput } from './sql-nodes/sql-node.ts';
export { builtinNodes } from './workflow/builtin-nodes.ts';
export type { LoopConfig, LoopFailure, LoopNodeBody, LoopOutput } from './workflow/loop-node.ts';
export type { NodeTypes } from './workflow/node-types.ts';
export { Workflow } from './workflow/workflow.ts';
export { WorkflowBuilder } from './workflow/workflow-builder.ts';
export type { WorkflowNodeConfig } from './workflow/workflow-node.ts';
