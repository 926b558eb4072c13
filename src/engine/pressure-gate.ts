import type { LimitAction } from '../../types/resource-limits.ts';
import { ResourceLimitError } from '../errors/resource-limit-error.ts';
import type { Excess, Pressure } from '../resources/pressure.ts';
import type { RuntimeLimits } from '../resources/runtime-limits.ts';
import { waitingDelay } from '../resources/waiting-delay.ts';
import type { Attempt } from './attempt.ts';
import type { Outcome } from './mailbox.ts';
import type { Reporter } from './reporter.ts';
import type { Run } from './run.ts';

/** How long `adaptive` holds an attempt up in all, in milliseconds. */
const ADAPTIVE_WAIT_MS = 1_000;

/** Holds attempts up while the process uses more than it may; made only for a run whose runtime measures that. */
export class PressureGate {
  readonly #run: Run;
  readonly #report: Reporter;
  readonly #limits: RuntimeLimits;
  readonly #pressure: Pressure;
  readonly #warned = new Set<string>();

  constructor(run: Run, report: Reporter, limits: RuntimeLimits, pressure: Pressure) {
    this.#run = run;
    this.#report = report;
    this.#limits = limits;
    this.#pressure = pressure;
  }

  /** The gate of a run, `undefined` where nothing is measured. */
  static of(run: Run, report: Reporter): PressureGate | undefined {
    const { limits } = run;
    const pressure = limits?.pressure;
    return limits === undefined || pressure === undefined
      ? undefined
      : new PressureGate(run, report, limits, pressure);
  }

  /** Lets an attempt through (`undefined`), refuses it, or says in how many milliseconds to ask again. */
  admit(attempt: Attempt): Outcome | number | undefined {
    const excess = this.#pressure.look(this.#run.now());
    if (excess === undefined) return undefined;
    const { enforcement, degradation, queueTimeoutMs } = this.#limits;
    if (enforcement === 'warn') return this.#warn(attempt, excess);
    const longest = enforcement === 'adaptive' ? ADAPTIVE_WAIT_MS : queueTimeoutMs;
    const left = longest - attempt.waits.heldUpMs;
    if (enforcement === 'strict' && (degradation === 'reject' || left <= 0)) {
      this.#say(attempt, excess, 'rejected');
      const reason = degradation === 'reject' ? 'reject' : 'late';
      return { ok: false, error: new ResourceLimitError(excess.resource, excess.limit, reason) };
    }
    if (left <= 0) return undefined;
    const { waits } = attempt;
    if (waits.holdUps === 0) this.#holdUp(attempt, excess);
    const holdUps = waits.holdUps + 1;
    const ms = Math.min(left, waitingDelay(enforcement === 'adaptive' ? 'queue' : degradation, holdUps));
    attempt.waits = { ...waits, holdUps, heldUpMs: waits.heldUpMs + ms };
    return ms;
  }

  #warn(attempt: Attempt, excess: Excess): undefined {
    if (this.#warned.has(excess.resource)) return;
    this.#warned.add(excess.resource);
    this.#say(attempt, excess, 'warned');
  }

  #holdUp(attempt: Attempt, excess: Excess): undefined {
    const { enforcement, degradation } = this.#limits;
    if (enforcement === 'strict') this.#say(attempt, excess, degradation === 'queue' ? 'queued' : 'deferred');
    else {
      this.#say(attempt, excess, 'slowed');
      // There only under --expose-gc.
      globalThis.gc?.();
    }
  }

  #say({ node, iteration }: Attempt, excess: Excess, action: LimitAction): undefined {
    this.#report.limitExceeded({ ...excess, action }, node, iteration);
  }
}
