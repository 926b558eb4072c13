import type { NodeOutput } from '../../types/workflow.ts';
import { ErrorPredicateError } from '../errors/error-predicate-error.ts';
import { NodeReportedFailureError } from '../errors/node-reported-failure-error.ts';
import { NodeTimeoutError } from '../errors/node-timeout-error.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import type { SecretVault } from '../secrets/secret-vault.ts';
import { AccessGuard, isDenial } from './access-guard.ts';
import { Attempt } from './attempt.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Frontier } from './frontier.ts';
import { Guards } from './guards.ts';
import { gatherInputs } from './inputs.ts';
import { Interruption } from './interruption.ts';
import { loopRun } from './loop-run.ts';
import type { Mailbox, Outcome } from './mailbox.ts';
import { nestedRun } from './nested-run.ts';
import { type NextAttempt, nextAttempt } from './next-attempt.ts';
import type { PlanNode } from './plan.ts';
import { PressureGate } from './pressure-gate.ts';
import { Reporter } from './reporter.ts';
import { restore } from './restore.ts';
import type { Run } from './run.ts';
import type { RunSecrets } from './run-secrets.ts';
import { RunState } from './run-state.ts';
import { Settlement } from './settlement.ts';

/** A further attempt, and how long to wait before it, in milliseconds. */
export interface Retry {
  readonly attempt: Attempt;
  readonly delayMs: number;
}

/** Decides what a run does next; it performs nothing and waits for nothing, which is left to `execute`. */
export class Conductor {
  readonly state: RunState;
  readonly report: Reporter;
  /** What stands between its attempts and their bodies, if anything. */
  readonly guards: Guards | undefined;
  /** Why the run ends before its time. */
  readonly stop: Interruption;
  readonly #run: Run;
  readonly #settlement: Settlement;
  readonly #frontier: Frontier;
  readonly #pressure: PressureGate | undefined;
  /** Whether anything stands before an attempt: one question a node where nothing does. */
  readonly #isGated: boolean;
  readonly #access: AccessGuard | undefined;

  constructor(run: Run, mailbox: Mailbox) {
    this.#run = run;
    this.state = new RunState(run.plan, run.settings, run.parameters);
    this.report = new Reporter(run);
    this.stop = new Interruption(run, this.state);
    this.#pressure = PressureGate.of(run, this.report);
    this.guards = Guards.of(run, this.report, mailbox);
    this.#isGated = this.#pressure !== undefined || this.guards !== undefined;
    const access = run.access === undefined ? undefined : new AccessGuard(run.access, run, this.report);
    this.#access = access;
    this.#settlement = new Settlement({
      run,
      state: this.state,
      report: this.report,
      stop: this.stop,
      access,
    });
    this.#frontier = this.#settlement.frontier;
  }

  /** Lets the run begin, or sets `stop.error` where its user may not run the workflow. */
  admitRun(): undefined {
    this.stop.error = this.#access?.refusal();
  }

  /** Takes what stands in for references to secrets. */
  supply(secrets: RunSecrets): undefined {
    this.state.secretDefaults = secrets;
  }

  /** Takes the next node that runs, passing over those that are skipped; `undefined` where none is ready. */
  take(): PlanNode | undefined {
    let node = this.#frontier.take();
    while (node !== undefined && this.#skips(node)) {
      this.#settlement.skip(node);
      node = this.#frontier.take();
    }
    return node;
  }

  #skips(node: PlanNode): boolean {
    return this.state.skips(node) || this.#access?.skips(node, this.state.iterationOf(node)) === true;
  }

  /** Brings the run to where its checkpoints left it, and says that it begins or goes on. */
  restore({ before, emitter, isResumed }: Checkpoints): undefined {
    emitter.isMute = true;
    const take = (): PlanNode | undefined => this.take();
    restore({ state: this.state, frontier: this.#frontier, take, access: this.#access }, before);
    emitter.isMute = false;
    if (isResumed) this.report.runResumed(this.state);
    else this.report.runStarted();
  }

  /** Begins a node: its first attempt, or `undefined` if its inputs cannot be made, which has been dealt with. */
  begin(node: PlanNode): Attempt | undefined {
    const iteration = this.state.iterationOf(node);
    if (iteration === 1 && Number.isNaN(this.state.cycleStarts[node.cycle])) {
      this.state.cycleStarts[node.cycle] = this.#run.now();
    }
    this.report.nodeStarted(node, iteration);
    const denied = this.#access?.refusalOf(node, iteration);
    if (denied !== undefined) {
      this.#settlement.refuse(node, denied, 0);
      return undefined;
    }
    try {
      const number = this.#run.checkpoints?.attemptAt(node.id, iteration) ?? 1;
      return this.#attempt(node, gatherInputs(this.state, node), number);
    } catch (error) {
      this.#settlement.fail(node, this.#run.vault === undefined ? error : this.#run.vault.redact(error), 1);
      return undefined;
    }
  }

  /**
   * Lets an attempt start (`undefined`), refuses it, has it wait for a place in a bulkhead, or says in how many milliseconds to ask
   * again; its time limit counts from here.
   */
  admit(attempt: Attempt): Outcome | 'waits' | number | undefined {
    const answer = this.#isGated
      ? (this.#pressure?.admit(attempt) ?? this.guards?.admit(attempt))
      : undefined;
    if (answer === undefined) this.#run.recording?.recorder.attemptStarted(this.#run.runId, attempt.node.id);
    if (attempt.node.timeoutMs !== undefined) attempt.startedAt = this.#run.now();
    return answer;
  }

  /** Takes the end of an attempt: the node settles, unless the answer is a further attempt. */
  conclude(attempt: Attempt, given: Outcome): Retry | undefined {
    const { node } = attempt;
    const outcome = this.#run.vault === undefined ? given : redactedOutcome(given, this.#run.vault);
    const error = this.#errorOf(attempt, outcome);
    if (error !== undefined) return this.#retryOrFail(attempt, error.thrown, error.final);
    let output: NodeOutput;
    let visible: NodeOutput;
    try {
      output = outputOf((outcome as Outcome & { ok: true }).value);
      visible = this.#access?.visible(node, output) ?? output;
      if (this.state.settings.contentAwareSuccess && output.success === false) {
        return this.#retryOrFail(attempt, new NodeReportedFailureError(node.id, output), false);
      }
    } catch (thrown) {
      // The output is a proxy, or has a getter, that throws.
      return this.#retryOrFail(attempt, thrown, false);
    }
    this.guards?.settle(attempt, false, undefined);
    try {
      this.#settlement.complete(node, visible, output);
      return undefined;
    } catch (refused) {
      // No checkpoint can hold it.
      return this.#retryOrFail(attempt, refused, true);
    }
  }

  #attempt(node: PlanNode, inputs: Record<string, unknown>, number: number): Attempt {
    const attempt = new Attempt(this.#run, node, inputs, number, this.state.iterationOf(node));
    if (node.workflow !== undefined) {
      attempt.nested = nestedRun(this.#run, attempt, node.workflow, () => this.#stopOf(attempt));
    } else if (node.loop !== undefined) {
      attempt.nested = loopRun(this.#run, attempt, node.loop, () => this.#stopOf(attempt));
    }
    if (attempt.nested !== undefined && this.#run.checkpoints !== undefined) {
      const checkpoints = this.#run.checkpoints.inside(node.id, this.state.iterationOf(node));
      attempt.nested = { ...attempt.nested, checkpoints, emitter: checkpoints.emitter };
    }
    return attempt;
  }

  /** Why the run inside of an attempt has to end: nobody else could tell it while the thread is in there. */
  #stopOf(attempt: Attempt): Error | undefined {
    if (this.stop.isDue()) return this.stop.error;
    return this.#isLate(attempt) ? this.#lateness(attempt) : undefined;
  }

  #isLate({ node, startedAt }: Attempt): boolean {
    return node.timeoutMs !== undefined && this.#run.now() - startedAt > node.timeoutMs;
  }

  #lateness({ node }: Attempt, options?: ErrorOptions): NodeTimeoutError {
    return new NodeTimeoutError(node.id, node.timeoutMs ?? 0, options);
  }

  #errorOf(
    attempt: Attempt,
    outcome: Outcome,
  ): { readonly thrown: unknown; readonly final: boolean } | undefined {
    if (this.#isLate(attempt)) {
      const thrown = this.#lateness(attempt, outcome.ok ? undefined : { cause: outcome.error });
      return { thrown, final: false };
    }
    if (outcome.ok) return undefined;
    const { error, final = false } = outcome;
    return { thrown: error, final: final || (attempt.nested !== undefined && isDenial(error)) };
  }

  #retryOrFail(attempt: Attempt, error: unknown, final: boolean): Retry | undefined {
    const { node } = attempt;
    let failure = error;
    let further: NextAttempt | undefined;
    try {
      this.guards?.settle(attempt, true, error);
      further = nextAttempt(this.#run, attempt, error, final);
    } catch (thrown) {
      failure = new ErrorPredicateError(node.id, error, thrown);
    }
    if (further === undefined) {
      this.#settlement.fail(node, failure, attempt.attempt);
      return undefined;
    }
    const { number, delayMs, waits } = further;
    const iteration = this.state.iterationOf(node);
    // First: what an attempt before has left inside of the node is void for the next.
    if (waits === undefined) this.#run.checkpoints?.retried(node.id, iteration, number);
    const next = this.#attempt(node, attempt.inputs, number);
    if (waits === undefined) {
      this.report.nodeRetried(node, iteration, this.#settlement.visible(node, error), number, delayMs);
      next.waits = { ...next.waits, delayMs };
    } else {
      const { action, limit } = waits;
      const { holdUps, heldUpMs } = attempt.waits;
      if (holdUps === 0)
        this.report.limitExceeded({ resource: 'connections', value: limit, limit, action }, node, iteration);
      next.waits = { ...attempt.waits, holdUps: holdUps + 1, heldUpMs: heldUpMs + delayMs };
    }
    return { attempt: next, delayMs };
  }
}

// Here, where it has come from a node's body, no secret has gone anywhere yet.
const redactedOutcome = (outcome: Outcome, vault: SecretVault): Outcome =>
  outcome.ok
    ? { ok: true, value: vault.redact(outcome.value) }
    : { ...outcome, error: vault.redact(outcome.error) };

const outputOf = (value: unknown): NodeOutput => (isPlainObject(value) ? value : { result: value });
