export type { Color, Disposal, Ret, Stream } from './color.ts';
export type {
  ConditionAnalysis,
  ConditionalNode,
  ConditionalPort,
  ExecutionPlan,
  RunProgress,
  WorkflowWarning,
} from './execution-plan.ts';
export type { JsonValue } from './json.ts';
export type { NodeContext, NodeContract, NodeInputs } from './node-contract.ts';
export type {
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
  RunStarted,
} from './run-event.ts';
export type { RunResult, RunStatus } from './run-result.ts';
export type { RuntimeContract, RuntimeMembers } from './runtime-contract.ts';
export type {
  AsyncRuntimeOptions,
  Backoff,
  ConditionalExecution,
  OnError,
  RetryPolicy,
  RunOptions,
  RuntimeOptions,
} from './runtime-options.ts';
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
