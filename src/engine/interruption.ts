import { RunTimeoutError } from '../errors/run-timeout-error.ts';
import { WorkflowCancelledError } from '../errors/workflow-cancelled-error.ts';
import type { Run } from './run.ts';
import type { RunLife } from './run-life.ts';
import { completedOutputs } from './run-results.ts';
import type { RunState } from './run-state.ts';

/** Why a run ends before its time, as soon as there is a reason. */
export class Interruption {
  /** The reason; the first one stays, except where a part of the engine says otherwise. */
  error: Error | undefined = undefined;
  readonly #run: Run;
  readonly #state: RunState;
  readonly #life: RunLife;
  /** Whether anything but the runtime may stop the run: one question a node where nothing may. */
  readonly #isWatched: boolean;
  readonly #startedAt: number;

  constructor(run: Run, state: RunState) {
    this.#run = run;
    this.#state = state;
    const { settings, life, outerStop, checkpoints } = run;
    this.#life = life;
    this.#isWatched =
      settings.signal !== undefined ||
      settings.timeoutMs !== undefined ||
      outerStop !== undefined ||
      checkpoints !== undefined;
    this.#startedAt = settings.timeoutMs === undefined ? 0 : run.now();
  }

  /** Whether the run has been told to stop, or its time is over; sets `error`. */
  isDue(): boolean {
    if (this.error !== undefined) return true;
    if (!this.#isWatched && this.#life.stopReason === undefined) return false;
    this.error = this.#run.checkpoints?.failure;
    if (this.error !== undefined) return true;
    const { signal, timeoutMs } = this.#run.settings;
    const stopReason = this.#life.stopReason ?? this.#run.outerStop?.();
    if (stopReason !== undefined) this.error = this.#cancelled(stopReason);
    else if (signal?.aborted === true) this.error = this.#cancelled(signal.reason);
    else if (timeoutMs !== undefined && this.#run.now() - this.#startedAt >= timeoutMs) this.expire();
    return this.error !== undefined;
  }

  /**
   * Ends the run because its time is over. A timer says so as well as the clock: timers count whole milliseconds and may ring
   * up to one early, and a run that only waits would wait for ever if the clock alone were asked then.
   */
  expire(): undefined {
    const { timeoutMs = 0 } = this.#run.settings;
    this.error ??= new RunTimeoutError(this.#run.runId, timeoutMs, completedOutputs(this.#state));
  }

  /** Why a run ends that its driver has let go of. */
  abandoned(): WorkflowCancelledError {
    return this.#cancelled(new Error('nobody takes the events of its stream any more'));
  }

  #cancelled(reason: unknown): WorkflowCancelledError {
    return new WorkflowCancelledError(this.#run.runId, reason, completedOutputs(this.#state));
  }
}
