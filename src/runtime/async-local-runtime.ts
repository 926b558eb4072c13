import type { RuntimeAllowlist } from '../../parity/allowlist.ts';
import type { UserContext, WorkflowAccess } from '../../types/access-control.ts';
import type { AuditEntry, AuditEvent } from '../../types/audit.ts';
import type { Conforms } from '../../types/conforms.ts';
import type { ExecutionAnalytics } from '../../types/execution-analytics.ts';
import type {
  ConditionAnalysis,
  ExecutionPlan,
  RunProgress,
  WorkflowWarning,
} from '../../types/execution-plan.ts';
import type { HealthStatus, RuntimeMetrics } from '../../types/monitoring.ts';
import type { BulkheadStatus, CircuitBreakerStatus } from '../../types/resilience.ts';
import type { ResumeOptions } from '../../types/resume-options.ts';
import type { RunEvent, RunEventOf, RunEventType } from '../../types/run-event.ts';
import type { RunHistoryQuery, RunRecord } from '../../types/run-history.ts';
import type { RunResult } from '../../types/run-result.ts';
import type { RuntimeContract } from '../../types/runtime-contract.ts';
import type {
  AsyncRuntimeOptions,
  CloseOptions,
  ConditionalExecution,
  RunOptions,
} from '../../types/runtime-options.ts';
import type { NodeOutputs, WorkflowContract } from '../../types/workflow.ts';
import { concurrent } from '../database/colouring.ts';
import { driveAsync, streamAsync } from '../engine/async-driver.ts';
import { settleAsync } from '../resources/settle-async.ts';
import { readAsyncRuntimeOptions } from './read-options.ts';
import { RunsUnderWay } from './runs-under-way.ts';
import { RuntimeCore } from './runtime-core.ts';

/**
 * Runs workflows on the event loop, several nodes at a time; `LocalRuntime` is its twin.
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime, WorkflowBuilder } from 'lockstep';
 * const workflow = new WorkflowBuilder().addNode('FunctionNode', 'two', { run: () => 2 }).build();
 * const { results } = await new AsyncLocalRuntime().execute(workflow);
 * results.two?.result; // 2
 * ```
 */
export class AsyncLocalRuntime
  implements RuntimeContract<'async'>, Conforms<RuntimeContract<'async'>, AsyncLocalRuntime, RuntimeAllowlist>
{
  readonly #core: RuntimeCore;
  readonly #runs = new RunsUnderWay();

  /** @throws {InvalidOptionError} an option is unknown or has a value that is not allowed */
  constructor(options: AsyncRuntimeOptions = {}) {
    this.#core = new RuntimeCore('AsyncLocalRuntime', readAsyncRuntimeOptions(options));
  }

  get conditionalExecution(): ConditionalExecution {
    return this.#core.settings.conditionalExecution;
  }

  get lastRunId(): string | undefined {
    return this.#core.lastRunId;
  }

  async execute<Outputs extends NodeOutputs>(
    workflow: WorkflowContract<Outputs>,
    options?: RunOptions,
  ): Promise<RunResult<Outputs>> {
    return (await this.#runs.follow(driveAsync(this.#core.begin(workflow, options)))) as RunResult<Outputs>;
  }

  /** Runs a workflow to its end and answers its results alone. */
  async executeWorkflowAsync<Outputs extends NodeOutputs>(
    workflow: WorkflowContract<Outputs>,
    options?: RunOptions,
  ): Promise<RunResult<Outputs>['results']> {
    return (await this.execute(workflow, options)).results;
  }

  stream(workflow: WorkflowContract, options?: RunOptions): AsyncIterable<RunEvent> {
    return streamAsync(this.#core.beginStream(workflow, options), (run) => this.#runs.follow(run));
  }

  async resume<Outputs extends NodeOutputs>(
    runId: string,
    workflow: WorkflowContract<Outputs>,
    options?: ResumeOptions,
  ): Promise<RunResult<Outputs>> {
    const run = this.#core.beginResumed(runId, workflow, options);
    return (await this.#runs.follow(driveAsync(run))) as RunResult<Outputs>;
  }

  validateWorkflow(workflow: WorkflowContract): readonly WorkflowWarning[] {
    return this.#core.validate(workflow);
  }

  planExecution(workflow: WorkflowContract, progress?: RunProgress): ExecutionPlan {
    return this.#core.plan(workflow, progress);
  }

  checkWorkflowAccess(workflow: WorkflowContract, userContext?: UserContext): WorkflowAccess {
    return this.#core.access(workflow, userContext);
  }

  analyzeConditions(workflow: WorkflowContract): ConditionAnalysis {
    return this.#core.analyze(workflow);
  }

  shouldSkipNode(workflow: WorkflowContract, nodeId: string, progress: RunProgress): boolean {
    return this.#core.skips(workflow, nodeId, progress);
  }

  on<Type extends RunEventType | '*'>(
    type: Type,
    listener: (event: RunEventOf<Type>) => unknown,
  ): () => undefined {
    return this.#core.on(type, listener);
  }

  async logAuditEvent(event: AuditEvent): Promise<AuditEntry> {
    return this.#core.logAudit(event);
  }

  async getExecutionAnalytics(query?: RunHistoryQuery): Promise<ExecutionAnalytics> {
    return await concurrent.drive(this.#core.analytics(query));
  }

  async getRunHistory(query?: RunHistoryQuery): Promise<readonly RunRecord[]> {
    return await concurrent.drive(this.#core.history(query));
  }

  getCircuitBreakers(): readonly CircuitBreakerStatus[] {
    return this.#core.breakers();
  }

  getBulkheads(): readonly BulkheadStatus[] {
    return this.#core.bulkheads();
  }

  getRuntimeMetrics(): RuntimeMetrics {
    return this.#core.metrics();
  }

  getHealthStatus(): HealthStatus {
    return this.#core.health();
  }

  async initializePersistentResources(): Promise<undefined> {
    return await settleAsync(this.#core.initializeResources());
  }

  async cleanupResources(): Promise<undefined> {
    return await settleAsync(this.#core.cleanUpResources());
  }

  async close(options: CloseOptions = {}): Promise<undefined> {
    return await settleAsync(this.#core.close(options, (ms) => this.#runs.ended(ms)));
  }

  async [Symbol.asyncDispose](): Promise<undefined> {
    return await this.close();
  }
}
