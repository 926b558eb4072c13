import type { UserContext, WorkflowAccess } from './access-control.ts';
import type { AuditEntry, AuditEvent } from './audit.ts';
import type { Color, Disposal, Ret, Stream } from './color.ts';
import type { ExecutionAnalytics } from './execution-analytics.ts';
import type { ConditionAnalysis, ExecutionPlan, RunProgress, WorkflowWarning } from './execution-plan.ts';
import type { HealthStatus, RuntimeMetrics } from './monitoring.ts';
import type { BulkheadStatus, CircuitBreakerStatus } from './resilience.ts';
import type { ResumeOptions } from './resume-options.ts';
import type { RunEvent, RunEventOf, RunEventType } from './run-event.ts';
import type { RunHistoryQuery, RunRecord } from './run-history.ts';
import type { RunResult } from './run-result.ts';
import type { CloseOptions, ConditionalExecution, RunOptions } from './runtime-options.ts';
import type { NodeOutputs, WorkflowContract } from './workflow.ts';

/**
 * The API of a runtime, written once for both colours.
 *
 * @example
 * ```ts
 * import type { RuntimeContract } from 'lockstep/types';
 * declare const runtime: RuntimeContract<'async'>;
 * declare const workflow: Parameters<typeof runtime.execute>[0];
 * const { results } = await runtime.execute(workflow);
 * ```
 */
export type RuntimeContract<C extends Color> = RuntimeMembers<C> & Disposal<C>;

/** The members of a runtime, without the disposal symbol, whose name is another in each colour. */
export interface RuntimeMembers<C extends Color> {
  /** The mode that the runtime was made with. */
  readonly conditionalExecution: ConditionalExecution;
  /** The id of the run that was started last, `undefined` before the first. */
  readonly lastRunId: string | undefined;
  /** Runs a workflow to its end. */
  readonly execute: <Outputs extends NodeOutputs>(
    workflow: WorkflowContract<Outputs>,
    options?: RunOptions,
  ) => Ret<C, RunResult<Outputs>>;
  /** Runs a workflow and gives its events as they happen; throws the run's error after its last event. */
  readonly stream: (workflow: WorkflowContract, options?: RunOptions) => Stream<C, RunEvent>;
  /**
   * Goes on with a run that was interrupted, has failed or was cancelled, on this runtime or its twin: nodes that had finished do not run
   * again. A run that has a result answers it. Needs `durability`.
   */
  readonly resume: <Outputs extends NodeOutputs>(
    runId: string,
    workflow: WorkflowContract<Outputs>,
    options?: ResumeOptions,
  ) => Ret<C, RunResult<Outputs>>;
  /** Says what is odd about a workflow; throws what would stop it from running here. */
  readonly validateWorkflow: (workflow: WorkflowContract) => readonly WorkflowWarning[];
  /** Says which nodes will run, given what is known so far. */
  readonly planExecution: (workflow: WorkflowContract, progress?: RunProgress) => ExecutionPlan;
  /** Whether a user (the runtime's own unless given) may run a workflow, and what of its nodes, with reasons; runs nothing. */
  readonly checkWorkflowAccess: (workflow: WorkflowContract, userContext?: UserContext) => WorkflowAccess;
  /** Describes the branches of a workflow. */
  readonly analyzeConditions: (workflow: WorkflowContract) => ConditionAnalysis;
  /** Whether a node is skipped, given what is known of its sources. */
  readonly shouldSkipNode: (workflow: WorkflowContract, nodeId: string, progress: RunProgress) => boolean;
  /** Calls a listener for each event of that name (`'*'`: all) of every run; answers how to stop that. */
  readonly on: <Type extends RunEventType | '*'>(
    type: Type,
    listener: (event: RunEventOf<Type>) => unknown,
  ) => () => undefined;
  /** Adds an entry to the audit log, in the chain of the runtime's own; answers it as it is stored. Needs `audit`. */
  readonly logAuditEvent: (event: AuditEvent) => Ret<C, AuditEntry>;
  /** What recorded runs have in common: durations, retries, branches, reuse. Needs `analytics`. */
  readonly getExecutionAnalytics: (query?: RunHistoryQuery) => Ret<C, ExecutionAnalytics>;
  /** The records of runs, the run that was started last first. Needs `analytics`. */
  readonly getRunHistory: (query?: RunHistoryQuery) => Ret<C, readonly RunRecord[]>;
  /** How the circuit breakers stand, in the order of their first use. */
  readonly getCircuitBreakers: () => readonly CircuitBreakerStatus[];
  /** How the bulkheads stand, in the order of their first use. */
  readonly getBulkheads: () => readonly BulkheadStatus[];
  /** What the runtime has counted since it was made; needs `metrics: true`. */
  readonly getRuntimeMetrics: () => RuntimeMetrics;
  /** How the runtime is, with reasons; it looks at what the runtime knows, and asks nobody. */
  readonly getHealthStatus: () => HealthStatus;
  /** Opens the option `resources` ahead of the first run, in their order, and keeps them open; needs `persistent: true`. */
  readonly initializePersistentResources: () => Ret<C, undefined>;
  /** Closes the resources that no run uses at the moment, the one opened last first; the next node to ask opens anew. */
  readonly cleanupResources: () => Ret<C, undefined>;
  /**
   * Accepts no more runs, waits for those under way (for `drainMs`, then aborts them), and closes what the runtime holds, the
   * resource opened last first.
   */
  readonly close: (options?: CloseOptions) => Ret<C, undefined>;
}
