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
import { RunHistory } from '../analytics/run-history.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import { WorkerPool } from '../bridge/worker-pool.ts';
import type { Steps } from '../database/steps.ts';
import { analyzeConditions } from '../engine/analyze-conditions.ts';
import { cycleIdsOf } from '../engine/cycle-ids.ts';
import type { Emitter } from '../engine/emitter.ts';
import { EventStream, type StreamedRun } from '../engine/event-stream.ts';
import { splitParameters } from '../engine/parameters.ts';
import type { Plan } from '../engine/plan.ts';
import { planExecution, shouldSkipNode } from '../engine/plan-execution.ts';
import { planOf } from '../engine/plan-of.ts';
import type { Run } from '../engine/run.ts';
import { accessOf } from '../engine/run-access.ts';
import { newRunId } from '../engine/run-id.ts';
import { RunLife } from '../engine/run-life.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { workflowWarnings } from '../engine/workflow-warnings.ts';
import { AnalyticsDisabledError } from '../errors/analytics-disabled-error.ts';
import { AuditDisabledError } from '../errors/audit-disabled-error.ts';
import { CyclesDisabledError } from '../errors/cycles-disabled-error.ts';
import { InvalidWorkflowError } from '../errors/invalid-workflow-error.ts';
import { MetricsDisabledError } from '../errors/metrics-disabled-error.ts';
import { PersistentModeError } from '../errors/persistent-mode-error.ts';
import { RuntimeClosedError } from '../errors/runtime-closed-error.ts';
import { healthOf } from '../monitoring/health-checks.ts';
import { MetricsRecorder } from '../monitoring/metrics-recorder.ts';
import { observersOf } from '../monitoring/observers-of.ts';
import type { RunObserver } from '../monitoring/run-observer.ts';
import { breakerStatuses, bulkheadStatuses, newResilience } from '../resilience/resilience.ts';
import type { ResourceSteps } from '../resources/close-resources.ts';
import { connectionLimit } from '../resources/connection-limit.ts';
import { openDeclared } from '../resources/open-declared.ts';
import { ResourceRegistry } from '../resources/resource-registry.ts';
import { RunHold } from '../resources/run-hold.ts';
import { type RuntimeLimits, runtimeLimits } from '../resources/runtime-limits.ts';
import { Redactor } from '../secrets/redactor.ts';
import { SecretVault } from '../secrets/secret-vault.ts';
import { checkWorkflowAccess } from '../security/check-workflow-access.ts';
import { Workflow } from '../workflow/workflow.ts';
import { auditedEmitter } from './audited-emitter.ts';
import { durabilityOf, resumedDurabilityOf } from './durability-of.ts';
import { EventHub } from './event-hub.ts';
import { followedBy, observedRun } from './observed-run.ts';
import {
  readCloseOptions,
  readProgress,
  readResumeOptions,
  readRunOptions,
  readUserContext,
} from './read-options.ts';
import { recordingOf } from './recording-of.ts';
import { runtimeCounts } from './runtime-counts.ts';
import { runtimeState } from './runtime-state.ts';
import { cleanUp, type Drain, shutDown } from './shut-down.ts';

/** What both runtimes are, apart from how they drive a run; it knows nothing of colours. */
export class RuntimeCore {
  readonly settings: RunSettings;
  /** The id of the run that was started last. */
  lastRunId: string | undefined = undefined;
  readonly #name: string;
  readonly #hub = new EventHub();
  readonly #redactor = new Redactor();
  readonly #resources: ResourceRegistry;
  readonly #resilience = newResilience();
  readonly #pool: WorkerPool | undefined;
  readonly #limits: RuntimeLimits | undefined;
  readonly #audit: AuditTrail | undefined;
  readonly #history: RunHistory | undefined;
  readonly #metrics: MetricsRecorder | undefined;
  /** What its runs are observed by, in this order. */
  readonly #observers: readonly RunObserver[];
  readonly #living = new Set<RunLife>();
  #isClosed = false;
  readonly #onRunId = (runId: string): undefined => {
    this.lastRunId = runId;
  };

  /** @param name - the class that users know, for messages */
  constructor(name: string, settings: RunSettings) {
    this.#name = name;
    this.settings = settings;
    this.#pool = settings.threadPoolSize === 0 ? undefined : new WorkerPool(settings.threadPoolSize);
    this.#resources = new ResourceRegistry({
      persistent: settings.persistent,
      declared: settings.resources,
      connections: connectionLimit(settings),
      redact: (error) => this.#redactor.redact(error),
    });
    this.#audit = settings.audit && new AuditTrail(settings.audit);
    this.#history = settings.analytics && new RunHistory(settings.analytics);
    this.#limits = settings.resourceLimits && runtimeLimits(settings.resourceLimits);
    this.#metrics = settings.metrics ? new MetricsRecorder() : undefined;
    this.#observers = observersOf({ ...settings, metrics: this.#metrics });
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
    if (this.#audit === undefined) throw new AuditDisabledError(this.#name);
    return this.#audit.log(event);
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
    return breakerStatuses(this.#resilience, performance.now());
  }

  bulkheads(): readonly BulkheadStatus[] {
    return bulkheadStatuses(this.#resilience);
  }

  /**
   * What has been counted so far.
   *
   * @throws {MetricsDisabledError} the runtime has no option `metrics`
   */
  metrics(): RuntimeMetrics {
    if (this.#metrics === undefined) throw new MetricsDisabledError(this.#name);
    return this.#metrics.snapshot(runtimeCounts(this.#resilience, this.#limits));
  }

  health(): HealthStatus {
    const state = runtimeState({
      name: this.#name,
      settings: this.settings,
      isClosed: this.#isClosed,
      living: this.#living.size,
      resilience: this.#resilience,
      limits: this.#limits,
      audit: this.#audit,
      resources: this.#resources,
      redactor: this.#redactor,
    });
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
    return openDeclared(this.#resources, Object.keys(this.settings.resources));
  }

  /** Closes the resources that nobody holds. */
  cleanUpResources(): ResourceSteps {
    return cleanUp(this.#resources);
  }

  /** Takes no more runs, ends those under way, and closes all resources; how to wait for runs is told by `drain`. */
  close(options: CloseOptions, drain: Drain): ResourceSteps {
    const { drainMs } = readCloseOptions(options);
    this.#isClosed = true;
    this.#metrics?.close();
    const closing = shutDown({
      name: this.#name,
      living: this.#living,
      pool: this.#pool,
      resources: this.#resources,
      drainMs,
      drain,
    });
    return closeWithHistory(closing, this.#history);
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
    const signals = settings.signal === undefined ? stops : [settings.signal, ...stops];
    const durability = durabilityOf(settings, options, this.#onRunId);
    const life = new RunLife(this.#living);
    const recording = recordingOf(this.#history, plan.workflow as Workflow, settings);
    const { emitter: told, tracing } = observedRun(
      listeners,
      followedBy(this.#observers, recording?.recorder),
      {
        workflow,
        userContext: settings.userContext,
      },
    );
    const emitter =
      this.#audit === undefined
        ? told
        : auditedEmitter(
            told,
            this.#audit,
            { workflow: workflow.name, userId: settings.userContext?.userId },
            life,
          );
    this.lastRunId = runId;
    return {
      runId,
      plan,
      settings: { ...settings, signal: signals.length > 1 ? AbortSignal.any([...signals]) : signals[0] },
      parameters: splitParameters(options.parameters ?? {}, plan.indexOf),
      emitter,
      parent: undefined,
      resilience: this.#resilience,
      life,
      limits: this.#limits,
      pool: this.#pool,
      access: accessOf(settings),
      vault: settings.secretProvider === undefined ? undefined : new SecretVault(this.#redactor),
      tracing,
      recording,
      resources: new RunHold(this.#resources, (value, limit) =>
        emitter.emit({
          type: 'resourceLimitExceeded',
          runId,
          resource: 'connections',
          value,
          limit,
          action: 'warned',
        }),
      ),
      checkpoints: undefined,
      durability,
      now: () => performance.now(),
    };
  }

  /** @throws {AnalyticsDisabledError} the runtime has no option `analytics` */
  #historyFor(method: string): RunHistory {
    if (this.#history === undefined) throw new AnalyticsDisabledError(this.#name, method);
    return this.#history;
  }

  #plan(workflow: WorkflowContract): Plan {
    if (!(workflow instanceof Workflow)) {
      throw new InvalidWorkflowError(
        workflow,
        'Give what WorkflowBuilder.build() or Workflow.fromJSON() has answered.',
      );
    }
    const plan = planOf(workflow);
    const cycleIds = this.settings.enableCycles ? [] : cycleIdsOf(plan);
    if (cycleIds.length > 0) throw new CyclesDisabledError(cycleIds);
    return plan;
  }
}
