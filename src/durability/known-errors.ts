import { AccessDeniedError } from '../errors/access-denied-error.ts';
import { AnalyticsDisabledError } from '../errors/analytics-disabled-error.ts';
import { AsyncNodeError } from '../errors/async-node-error.ts';
import { AsyncOnlyNodeError } from '../errors/async-only-node-error.ts';
import { AuditDisabledError } from '../errors/audit-disabled-error.ts';
import { AuditFileError } from '../errors/audit-file-error.ts';
import { AuditSinkError } from '../errors/audit-sink-error.ts';
import { BridgeTimeoutError } from '../errors/bridge-timeout-error.ts';
import { BridgeValueError } from '../errors/bridge-value-error.ts';
import { BridgeWorkerError } from '../errors/bridge-worker-error.ts';
import { BulkheadFullError } from '../errors/bulkhead-full-error.ts';
import { CallColourError } from '../errors/call-colour-error.ts';
import { CheckpointStoreError } from '../errors/checkpoint-store-error.ts';
import { CircuitOpenError } from '../errors/circuit-open-error.ts';
import { CodeMemoryError } from '../errors/code-memory-error.ts';
import { CodeOutputTooLargeError } from '../errors/code-output-too-large-error.ts';
import { CodeStackError } from '../errors/code-stack-error.ts';
import { CodeSyntaxError } from '../errors/code-syntax-error.ts';
import { CodeThrownError } from '../errors/code-thrown-error.ts';
import { CodeTimeoutError } from '../errors/code-timeout-error.ts';
import { CodeUnsettledError } from '../errors/code-unsettled-error.ts';
import { CycleTimeoutError } from '../errors/cycle-timeout-error.ts';
import { CyclesDisabledError } from '../errors/cycles-disabled-error.ts';
import { ErrorPredicateError } from '../errors/error-predicate-error.ts';
import { FileContentError } from '../errors/file-content-error.ts';
import { FileOperationError } from '../errors/file-operation-error.ts';
import { HttpContentError } from '../errors/http-content-error.ts';
import { HttpHostError } from '../errors/http-host-error.ts';
import { HttpRequestError } from '../errors/http-request-error.ts';
import { HttpStatusError } from '../errors/http-status-error.ts';
import { IdempotencyConflictError } from '../errors/idempotency-conflict-error.ts';
import { InvalidConfigError } from '../errors/invalid-config-error.ts';
import { InvalidConnectionError } from '../errors/invalid-connection-error.ts';
import { InvalidCycleError } from '../errors/invalid-cycle-error.ts';
import { InvalidNodeIdError } from '../errors/invalid-node-id-error.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { InvalidWorkflowError } from '../errors/invalid-workflow-error.ts';
import { KailashImportError } from '../errors/kailash-import-error.ts';
import { LoopItemsError } from '../errors/loop-items-error.ts';
import { MaskedFailureError } from '../errors/masked-failure-error.ts';
import { MergeInputError } from '../errors/merge-input-error.ts';
import { MetricsDisabledError } from '../errors/metrics-disabled-error.ts';
import { MissingInputError } from '../errors/missing-input-error.ts';
import { MissingOutputError } from '../errors/missing-output-error.ts';
import { NodeReportedFailureError } from '../errors/node-reported-failure-error.ts';
import { NodeTimeoutError } from '../errors/node-timeout-error.ts';
import { PathOutsideRootError } from '../errors/path-outside-root-error.ts';
import { PersistentModeError } from '../errors/persistent-mode-error.ts';
import { PolicyConflictError } from '../errors/policy-conflict-error.ts';
import { PoolValueError } from '../errors/pool-value-error.ts';
import { PoolWorkerError } from '../errors/pool-worker-error.ts';
import { PythonAccessError } from '../errors/python-access-error.ts';
import { PythonNotInstalledError } from '../errors/python-not-installed-error.ts';
import { PythonThrownError } from '../errors/python-thrown-error.ts';
import { PythonWorkerError } from '../errors/python-worker-error.ts';
import { RefusalError } from '../errors/refusal-error.ts';
import { ResourceCloseError } from '../errors/resource-close-error.ts';
import { ResourceColourError } from '../errors/resource-colour-error.ts';
import { ResourceEndedError } from '../errors/resource-ended-error.ts';
import { ResourceLimitError } from '../errors/resource-limit-error.ts';
import { RunHistoryError } from '../errors/run-history-error.ts';
import { RunTakenOverError } from '../errors/run-taken-over-error.ts';
import { RunTimeoutError } from '../errors/run-timeout-error.ts';
import { RunUnderWayError } from '../errors/run-under-way-error.ts';
import { RuntimeClosedError } from '../errors/runtime-closed-error.ts';
import { SecretError } from '../errors/secret-error.ts';
import { SerializationError } from '../errors/serialization-error.ts';
import { SqlClosedError } from '../errors/sql-closed-error.ts';
import { SqlColumnError } from '../errors/sql-column-error.ts';
import { SqlConflictError } from '../errors/sql-conflict-error.ts';
import { SqlConnectionError } from '../errors/sql-connection-error.ts';
import { SqlDriverError } from '../errors/sql-driver-error.ts';
import { SqlParameterError } from '../errors/sql-parameter-error.ts';
import { SqlPoolError } from '../errors/sql-pool-error.ts';
import { SqlResultSizeError } from '../errors/sql-result-size-error.ts';
import { SqlStatementError } from '../errors/sql-statement-error.ts';
import { SqlTimeoutError } from '../errors/sql-timeout-error.ts';
import { SqlTransactionError } from '../errors/sql-transaction-error.ts';
import { SwitchDataError } from '../errors/switch-data-error.ts';
import { TransformError } from '../errors/transform-error.ts';
import { UnclonableValueError } from '../errors/unclonable-value-error.ts';
import { UndeclaredCycleError } from '../errors/undeclared-cycle-error.ts';
import { UnknownInputError } from '../errors/unknown-input-error.ts';
import { UnknownNodeError } from '../errors/unknown-node-error.ts';
import { UnknownNodeTypeError } from '../errors/unknown-node-type-error.ts';
import { UnknownPortError } from '../errors/unknown-port-error.ts';
import { UnknownResourceError } from '../errors/unknown-resource-error.ts';
import { UnknownRunError } from '../errors/unknown-run-error.ts';
import { UnstorableValueError } from '../errors/unstorable-value-error.ts';
import { WorkflowCancelledError } from '../errors/workflow-cancelled-error.ts';
import { WorkflowChangedError } from '../errors/workflow-changed-error.ts';
import { WorkflowExecutionError } from '../errors/workflow-execution-error.ts';

type ErrorClass = abstract new (...parameters: never) => Error;

const classes: readonly ErrorClass[] = [
  Error,
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
  URIError,
  EvalError,
  AggregateError,
  AccessDeniedError,
  AnalyticsDisabledError,
  AsyncNodeError,
  AuditSinkError,
  AuditFileError,
  AuditDisabledError,
  AsyncOnlyNodeError,
  AuditDisabledError,
  AuditFileError,
  AuditSinkError,
  BridgeTimeoutError,
  BridgeValueError,
  BridgeWorkerError,
  BulkheadFullError,
  CallColourError,
  CheckpointStoreError,
  CircuitOpenError,
  CodeMemoryError,
  CodeOutputTooLargeError,
  CodeStackError,
  CodeSyntaxError,
  CodeThrownError,
  CodeTimeoutError,
  CodeUnsettledError,
  CycleTimeoutError,
  CyclesDisabledError,
  ErrorPredicateError,
  FileContentError,
  FileOperationError,
  HttpContentError,
  HttpHostError,
  HttpRequestError,
  HttpStatusError,
  IdempotencyConflictError,
  InvalidConfigError,
  InvalidConnectionError,
  InvalidCycleError,
  InvalidNodeIdError,
  InvalidOptionError,
  InvalidWorkflowError,
  KailashImportError,
  LoopItemsError,
  MaskedFailureError,
  MergeInputError,
  MetricsDisabledError,
  MissingInputError,
  MissingOutputError,
  NodeReportedFailureError,
  NodeTimeoutError,
  PathOutsideRootError,
  PersistentModeError,
  PolicyConflictError,
  PoolValueError,
  PoolWorkerError,
  PythonAccessError,
  PythonNotInstalledError,
  PythonThrownError,
  PythonWorkerError,
  RefusalError,
  ResourceCloseError,
  ResourceColourError,
  ResourceEndedError,
  ResourceLimitError,
  RunHistoryError,
  RunTakenOverError,
  RunTimeoutError,
  RunUnderWayError,
  RuntimeClosedError,
  SecretError,
  SerializationError,
  SqlClosedError,
  SqlColumnError,
  SqlConflictError,
  SqlConnectionError,
  SqlDriverError,
  SqlParameterError,
  SqlPoolError,
  SqlResultSizeError,
  SqlStatementError,
  SqlTimeoutError,
  SqlTransactionError,
  SwitchDataError,
  TransformError,
  UnclonableValueError,
  UndeclaredCycleError,
  UnknownInputError,
  UnknownNodeError,
  UnknownNodeTypeError,
  UnknownPortError,
  UnknownResourceError,
  UnknownRunError,
  UnstorableValueError,
  WorkflowCancelledError,
  WorkflowChangedError,
  WorkflowExecutionError,
];

/** The classes that an error has again when it is read from a checkpoint, by name. A test asks for each of `src/errors`. */
export const knownErrors: ReadonlyMap<string, ErrorClass> = new Map(classes.map((type) => [type.name, type]));
