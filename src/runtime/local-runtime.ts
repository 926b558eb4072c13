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
  CloseOptions,
  ConditionalExecution,
  RunOptions,
  RuntimeOptions,
} from '../../types/runtime-options.ts';
import type { NodeOutputs, WorkflowContract } from '../../types/workflow.ts';
import { endBridge } from '../bridge/bridge.ts';
import { blocking } from '../database/colouring.ts';
import { driveSync, streamSync } from '../engine/sync-driver.ts';
import { endBlockingPython } from '../python/blocking-python.ts';
import { settleSync } from '../resources/settle-sync.ts';
import { readRuntimeOptions } from './read-options.ts';
import { RuntimeCore } from './runtime-core.ts';

/**
 * Runs workflows one node at a time and blocks until they are done; `AsyncLocalRuntime` is its twin.
 *
 * @example
 * ```ts
 * import { LocalRuntime, WorkflowBuilder } from 'lockstep';
 * const workflow = new WorkflowBuilder().addNode('FunctionNode', 'two', { run: () => 2 }).build();
 * const { results } = new LocalRuntime().execute(workflow);
 * results.two?.result; // 2
 * ```
 */
export class LocalRuntime
  implements RuntimeContract<'sync'>, Conforms<RuntimeContract<'sync'>, LocalRuntime>
{
  readonly #core: RuntimeCore;

  /** @throws {InvalidOptionError} an option is unknown or has a value that is not allowed */
  constructor(options: RuntimeOptions = {}) {
    this.#core = new RuntimeCore('LocalRuntime', readRuntimeOptions(options));
  }

  get conditionalExecution(): ConditionalExecution {
    return this.#core.settings.conditionalExecution;
  }

  get lastRunId(): string | undefined {
    return this.#core.lastRunId;
  }

  execute<Outputs extends NodeOutputs>(
    workflow: WorkflowContract<Outputs>,
    options?: RunOptions,
  ): RunResult<Outputs> {
    return driveSync(this.#core.begin(workflow, options)) as RunResult<Outputs>;
  }

  stream(workflow: WorkflowContract, options?: RunOptions): Iterable<RunEvent> {
    return streamSync(this.#core.beginStream(workflow, options));
  }

  resume<Outputs extends NodeOutputs>(
    runId: string,
    workflow: WorkflowContract<Outputs>,
    options?: ResumeOptions,
  ): RunResult<Outputs> {
    return driveSync(this.#core.beginResumed(runId, workflow, options)) as RunResult<Outputs>;
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

  logAuditEvent(event: AuditEvent): AuditEntry {
    return this.#core.logAudit(event);
  }

  getExecutionAnalytics(query?: RunHistoryQuery): ExecutionAnalytics {
    return blocking.drive(this.#core.analytics(query));
  }

  getRunHistory(query?: RunHistoryQuery): readonly RunRecord[] {
    return blocking.drive(this.#core.history(query));
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

  initializePersistentResources(): undefined {
    return settleSync(this.#core.initializeResources());
  }

  cleanupResources(): undefined {
    return settleSync(this.#core.cleanUpResources());
  }

  close(options: CloseOptions = {}): undefined {
    endBridge();
    endBlockingPython();
    return settleSync(this.#core.close(options, () => undefined));
  }

  [Symbol.dispose](): undefined {
    return this.close();
  }
}
