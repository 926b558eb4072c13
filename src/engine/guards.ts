import { BulkheadFullError, type BulkheadRefusal } from '../errors/bulkhead-full-error.ts';
import { CircuitOpenError } from '../errors/circuit-open-error.ts';
import { RefusalError } from '../errors/refusal-error.ts';
import type { Bulkhead, Waiter } from '../resilience/bulkhead.ts';
import type { CallEnd, CircuitBreaker } from '../resilience/circuit-breaker.ts';
import { matchesAny } from '../resilience/matches-error.ts';
import type { Attempt } from './attempt.ts';
import { breakerPolicyOf, bulkheadPolicyOf, guardsOf, keyOf } from './guard-policies.ts';
import type { Mailbox, Outcome } from './mailbox.ts';
import type { PlanNode } from './plan.ts';
import type { Reporter } from './reporter.ts';
import type { Run } from './run.ts';

/** What an attempt has of its breaker and its bulkhead. */
interface Pass {
  readonly breaker: CircuitBreaker | undefined;
  readonly bulkhead: Bulkhead | undefined;
  era: number | undefined;
  /** `waits` for a place, has one, or needs none (any more). */
  place: 'waits' | 'taken' | 'none';
  readonly waiter: Waiter;
}

/** Lets the attempts of one run through the breakers and bulkheads of its runtime; made only for a run that has any. */
export class Guards {
  readonly #run: Run;
  readonly #report: Reporter;
  readonly #mailbox: Mailbox;
  readonly #passes = new Map<Attempt, Pass>();

  constructor(run: Run, report: Reporter, mailbox: Mailbox) {
    this.#run = run;
    this.#report = report;
    this.#mailbox = mailbox;
  }

  /** The guards of a run, `undefined` where neither its runtime nor its workflow asks for any. */
  static of(run: Run, report: Reporter, mailbox: Mailbox): Guards | undefined {
    const { circuitBreaker, bulkhead } = run.settings;
    const isGuarded = run.plan.isGuarded || circuitBreaker !== undefined || bulkhead !== undefined;
    return isGuarded ? new Guards(run, report, mailbox) : undefined;
  }

  /**
   * Lets an attempt through (`undefined`), refuses it, or has it wait: then a message `granted` follows, and the attempt is to
   * be brought here again; or earlier, when it has waited for too long.
   */
  admit(attempt: Attempt): Outcome | 'waits' | undefined {
    try {
      return this.#admit(attempt);
    } catch (error) {
      this.#passes.delete(attempt);
      return { ok: false, error };
    }
  }

  /** How long an attempt may wait for a place, in milliseconds. */
  patience({ node }: Attempt): number | undefined {
    return bulkheadPolicyOf(this.#run, node)?.queueTimeoutMs;
  }

  /**
   * Takes the end of an attempt. A body that goes on beyond its time limit keeps its place until `left`.
   *
   * @throws what a predicate of the breaker's policy throws
   */
  settle(attempt: Attempt, failed: boolean, error: unknown): undefined {
    let end: CallEnd = 'failure';
    try {
      if (!failed) end = 'success';
      // What fails since it was told to stop says nothing of what the node calls.
      else if (this.#isStopped()) end = 'neither';
      else if (this.#passes.get(attempt)?.era !== undefined) end = this.#endOf(attempt, error);
    } finally {
      this.#tell(attempt, end);
      if (!attempt.isOverdue) this.left(attempt);
    }
  }

  /** Says that the body of an attempt has ended. */
  left(attempt: Attempt): undefined {
    const pass = this.#passes.get(attempt);
    if (pass === undefined) return;
    // Of one that was aborted nobody has heard the end.
    this.#tell(attempt, 'neither');
    this.#passes.delete(attempt);
    if (pass.place === 'taken') pass.bulkhead?.leave();
  }

  /** Gives up all that the run still has, but for the places of bodies that go on. */
  end(): undefined {
    for (const attempt of [...this.#passes.keys()]) {
      this.#tell(attempt, 'neither');
      if (!attempt.isOverdue) this.#giveUp(attempt);
    }
    this.#mailbox.forward((message) => {
      if (message.kind === 'outcome') this.left(message.attempt);
    });
  }

  #admit(attempt: Attempt): Outcome | 'waits' | undefined {
    const { node } = attempt;
    let pass = this.#passes.get(attempt);
    if (pass === undefined) {
      pass = this.#passOf(attempt);
      if (pass === undefined) return undefined;
      // Before the wait for a place as well as after it, since there is no sense in waiting for what is shut.
      this.#refuseIfOpen(node, pass.breaker);
      this.#passes.set(attempt, pass);
      if (pass.bulkhead !== undefined && !pass.bulkhead.enter()) {
        this.#queue(node, pass.bulkhead, pass.waiter);
        pass.place = 'waits';
        return 'waits';
      }
      pass.place = pass.bulkhead === undefined ? 'none' : 'taken';
    } else if (pass.place === 'waits') {
      this.#giveUp(attempt);
      throw this.#full(node, pass.bulkhead as Bulkhead, 'late');
    }
    if (pass.breaker === undefined) return undefined;
    if (!pass.breaker.admits(this.#run.now())) this.left(attempt);
    this.#refuseIfOpen(node, pass.breaker);
    const before = pass.breaker.state;
    pass.era = pass.breaker.enter();
    if (pass.breaker.state !== before) this.#reportCircuit(attempt, pass.breaker);
    return undefined;
  }

  #isStopped(): boolean {
    const { settings, life } = this.#run;
    return settings.signal?.aborted === true || life.stopReason !== undefined;
  }

  #passOf(attempt: Attempt): Pass | undefined {
    const { breaker, bulkhead } = guardsOf(this.#run, attempt.node);
    if (breaker === undefined && bulkhead === undefined) return undefined;
    const waiter = (): undefined => {
      pass.place = 'taken';
      this.#mailbox.postLater({ kind: 'granted', attempt });
    };
    const pass: Pass = { breaker, bulkhead, era: undefined, place: 'none', waiter };
    return pass;
  }

  #queue(node: PlanNode, bulkhead: Bulkhead, waiter: Waiter): undefined {
    const { maxQueue = 0 } = bulkhead.policy;
    if (maxQueue > 0 && !this.#run.settings.canWait) throw this.#full(node, bulkhead, 'blocking');
    if (!bulkhead.wait(waiter)) throw this.#full(node, bulkhead, 'full');
  }

  #full(node: PlanNode, bulkhead: Bulkhead, reason: BulkheadRefusal): BulkheadFullError {
    const { policy } = bulkhead;
    bulkhead.refusals++;
    return new BulkheadFullError(node.id, keyOf(node, policy), policy.maxConcurrent, reason);
  }

  #refuseIfOpen(node: PlanNode, breaker: CircuitBreaker | undefined): undefined {
    const now = this.#run.now();
    if (breaker === undefined || breaker.admits(now)) return;
    breaker.refusals++;
    throw new CircuitOpenError(
      node.id,
      keyOf(node, breakerPolicyOf(this.#run, node)),
      breaker.retryAfterMs(now),
    );
  }

  #endOf(attempt: Attempt, error: unknown): CallEnd {
    // What a limit has refused says nothing of what the node calls.
    if (error instanceof RefusalError) return 'neither';
    const { node } = attempt;
    const { countOn, ignoreOn } = breakerPolicyOf(this.#run, node) ?? {};
    const failed = { nodeId: node.id, nodeType: node.type, attempt: attempt.attempt };
    if (ignoreOn !== undefined && matchesAny(ignoreOn, error, failed)) return 'neither';
    return countOn === undefined || matchesAny(countOn, error, failed) ? 'failure' : 'neither';
  }

  #tell(attempt: Attempt, end: CallEnd): undefined {
    const pass = this.#passes.get(attempt);
    if (pass?.breaker === undefined || pass.era === undefined) return;
    const before = pass.breaker.state;
    pass.breaker.settle(pass.era, end, this.#run.now());
    pass.era = undefined;
    if (pass.breaker.state !== before) this.#reportCircuit(attempt, pass.breaker);
  }

  #giveUp(attempt: Attempt): undefined {
    const pass = this.#passes.get(attempt);
    if (pass?.place === 'waits') pass.bulkhead?.giveUp(pass.waiter);
    this.left(attempt);
  }

  #reportCircuit({ node, iteration = 0 }: Attempt, { state }: CircuitBreaker): undefined {
    this.#report.circuitChanged(node, iteration, keyOf(node, breakerPolicyOf(this.#run, node)), state);
  }
}
