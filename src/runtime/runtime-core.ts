import type { UserContext, WorkflowAccess } from '../../types/access-control.ts';
import type { AuditEntry, AuditEvent } from '../../types/audit.ts';
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
import type { CloseOptions, RunOptions } from '../../types/runtime-options.ts';
import type { WorkflowContract } from '../../types/workflow.ts';
import { closeWithHistory } from '../analytics/close-with-history.ts';
import type { RunHistory } from '../analytics/run-history.ts';
import type { Steps } from '../database/steps.ts';
import { analyzeConditions } from '../engine/analyze-conditions.ts';
import type { Emitter } from '../engine/emitter.ts';
import { EventStream, type StreamedRun } from '../engine/event-stream.ts';
import type { Plan } from '../engine/plan.ts';
import { planExecution, shouldSkipNode } from '../engine/plan-execution.ts';
import type { Run } from '../engine/run.ts';
import { newRunId } from '../engine/run-id.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { workflowWarnings } from '../engine/workflow-warnings.ts';
import { AnalyticsDisabledError } from '../errors/analytics-disabled-error.ts';
import { AuditDisabledError } from '../errors/audit-disabled-error.ts';
import { MetricsDisabledError } from '../errors/metrics-disabled-error.ts';
import { PersistentModeError } from '../errors/persistent-mode-error.ts';
import { RuntimeClosedError } from '../errors/runtime-closed-error.ts';
import { healthOf } from '../monitoring/health-checks.ts';
import { breakerStatuses, bulkheadStatuses } from '../resilience/resilience.ts';
import type { ResourceSteps } from '../resources/close-resources.ts';
import { openDeclared } from '../resources/open-declared.ts';
import { checkWorkflowAccess } from '../security/check-workflow-access.ts';
import { durabilityOf, resumedDurabilityOf } from './durability-of.ts';
import { EventHub } from './event-hub.ts';
import { newRun } from './new-run.ts';
import { planFor } from './plan-for.ts';
import {
  readCloseOptions,
  readProgress,
  readResumeOptions,
  readRunOptions,
  readUserContext,
} from './read-options.ts';
import { runtimeCounts } from './runtime-counts.ts';
import { type RuntimeParts, runtimePartsOf } from './runtime-parts.ts';
import { runtimeState } from './runtime-state.ts';
import { cleanUp, type Drain, shutDown } from './shut-down.ts';

/** What both runtimes are, apart from how they drive a run; it knows nothing of colours. */
export class RuntimeCore {
  readonly settings: RunSettings;
  /** The id of the run that was started last. */
  lastRunId: string | undefined = undefined;
  readonly #name: string;
  readonly #hub = new EventHub();
  readonly #parts: RuntimeParts;
  #isClosed = false;
  readonly #onRunId = (runId: string): undefined => {
    this.lastRunId = runId;
  };

  /** @param name - the class that users know, for messages */
  constructor(name: string, settings: RunSettings) {
    this.#name = name;
    this.settings = settings;
    this.#parts = runtimePartsOf(settings);
  }

  /**
   * Makes a run of a workflow.
   *
   * @throws {RuntimeClosedError} the runtime is closed
   * @throws {InvalidWorkflowError} the value is no built workflow
   * @throws {CyclesDisabledError} the workflow has cycles and `enableCycles` is false
   * @throws {InvalidOptionError} an option is unknown or has a value that is not allowed
   */
  begin(workflow: WorkflowContract, options: RunOptions = {}): Run {
    return this.#begin(workflow, options, this.#hub, []);
  }

  /** Makes a run of one that is to go on; throws what `begin` throws. */
  beginResumed(runId: string, workflow: WorkflowContract, options: ResumeOptions = {}): Run {
    const { force: _, retryFailed: __, ...own } = readResumeOptions(options);
    const durability = resumedDurabilityOf(this.settings, options, this.#onRunId);
    return { ...this.#begin(workflow, own, this.#hub, [], runId), durability };
  }

  /** Makes a run whose events are taken one by one; throws what `begin` throws. */
  beginStream(workflow: WorkflowContract, options: RunOptions = {}): StreamedRun {
    const stream = new EventStream();
    const stop = new AbortController();
    const emit = (event: RunEvent): undefined => {
      this.#hub.emit(event);
      stream.push(event);
    };
    return { run: this.#begin(workflow, options, { active: true, emit }, [stop.signal]), stream, stop };
  }

  validate(workflow: WorkflowContract): readonly WorkflowWarning[] {
    return workflowWarnings(this.#plan(workflow));
  }

  plan(workflow: WorkflowContract, progress: RunProgress = {}): ExecutionPlan {
    return planExecution(this.#plan(workflow), this.settings, readProgress(progress));
  }

  access(workflow: WorkflowContract, user?: UserContext): WorkflowAccess {
    const { accessControl, userContext } = this.settings;
    const { nodes } = this.#plan(workflow);
    const known = user === undefined ? userContext : readUserContext(user);
    return checkWorkflowAccess(accessControl, { name: workflow.name, nodes }, known, Date.now());
  }

  analyze(workflow: WorkflowContract): ConditionAnalysis {
    return analyzeConditions(this.#plan(workflow));
  }

  skips(workflow: WorkflowContract, nodeId: string, progress: RunProgress): boolean {
    return shouldSkipNode(this.#plan(workflow), this.settings, nodeId, readProgress(progress));
  }

  on<Type extends RunEventType | '*'>(
    type: Type,
    listener: (event: RunEventOf<Type>) => unknown,
  ): () => undefined {
    return this.#hub.add(type, listener);
  }

  /**
   * Adds an entry to the audit log; throws what `AuditTrail.log` throws, too.
   *
   * @throws {AuditDisabledError} the runtime has no option `audit`
   */
  logAudit(event: AuditEvent): AuditEntry {
    if (this.#parts.audit === undefined) throw new AuditDisabledError(this.#name);
    return this.#parts.audit.log(event);
  }

  /** The records of a query; throws `AnalyticsDisabledError`, too, and what `RunHistory.list` throws. */
  history(query: RunHistoryQuery | undefined): Steps<readonly RunRecord[]> {
    return this.#historyFor('getRunHistory').list(query);
  }

  /** What the runs of a query have in common; throws what `history` throws. */
  analytics(query: RunHistoryQuery | undefined): Steps<ExecutionAnalytics> {
    return this.#historyFor('getExecutionAnalytics').analytics(query);
  }

  breakers(): readonly CircuitBreakerStatus[] {
    return breakerStatuses(this.#parts.resilience, performance.now());
  }

  bulkheads(): readonly BulkheadStatus[] {
    return bulkheadStatuses(this.#parts.resilience);
  }

  /**
   * What has been counted so far.
   *
   * @throws {MetricsDisabledError} the runtime has no option `metrics`
   */
  metrics(): RuntimeMetrics {
    if (this.#parts.metrics === undefined) throw new MetricsDisabledError(this.#name);
    return this.#parts.metrics.snapshot(runtimeCounts(this.#parts.resilience, this.#parts.limits));
  }

  health(): HealthStatus {
    const state = runtimeState(this.#name, this.settings, this.#isClosed, this.#parts);
    return healthOf(state);
  }

  /**
   * Opens the declared resources and keeps them; throws `RuntimeClosedError`, too.
   *
   * @throws {PersistentModeError} the runtime is not persistent
   */
  initializeResources(): ResourceSteps {
    if (this.#isClosed) throw new RuntimeClosedError(this.#name);
    if (!this.settings.persistent) throw new PersistentModeError(this.#name);
    return openDeclared(this.#parts.resources, Object.keys(this.settings.resources));
  }

  /** Closes the resources that nobody holds. */
  cleanUpResources(): ResourceSteps {
    return cleanUp(this.#parts.resources);
  }

  /** Takes no more runs, ends those under way, and closes all resources; how to wait for runs is told by `drain`. */
  close(options: CloseOptions, drain: Drain): ResourceSteps {
    const { drainMs } = readCloseOptions(options);
    this.#isClosed = true;
    this.#parts.metrics?.close();
    const closing = shutDown({
      name: this.#name,
      living: this.#parts.living,
      pool: this.#parts.pool,
      resources: this.#parts.resources,
      drainMs,
      drain,
    });
    return closeWithHistory(closing, this.#parts.history);
  }

  #begin(
    workflow: WorkflowContract,
    options: RunOptions,
    listeners: Emitter,
    stops: readonly AbortSignal[],
    runId = newRunId(),
  ): Run {
    if (this.#isClosed) throw new RuntimeClosedError(this.#name);
    const plan = this.#plan(workflow);
    const settings = readRunOptions(this.settings, options);
    const durability = durabilityOf(settings, options, this.#onRunId);
    const { parameters } = options;
    const run = newRun(this.#parts, { runId, plan, settings, parameters, listeners, stops, durability });
    this.lastRunId = runId;
    return run;
  }

  /** @throws {AnalyticsDisabledError} the runtime has no option `analytics` */
  #historyFor(method: string): RunHistory {
    if (this.#parts.history === undefined) throw new AnalyticsDisabledError(this.#name, method);
    return this.#parts.history;
  }

  #plan(workflow: WorkflowContract): Plan {
    return planFor(workflow, this.settings);
  }
}
