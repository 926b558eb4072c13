import { LockstepError } from './lockstep-error.ts';

/** The iterations of a cycle have taken longer than its `timeoutMs`. */
export class CycleTimeoutError extends LockstepError {
  readonly code = 'CYCLE_TIMEOUT';
  readonly cycleId: string;
  readonly timeoutMs: number;
  readonly iterations: number;

  constructor(cycleId: string, timeoutMs: number, iterations: number) {
    super(
      `Cycle '${cycleId}' took longer than its timeoutMs of ${timeoutMs} (${iterations} iterations). Raise timeoutMs, or lower maxIterations.`,
    );
    this.cycleId = cycleId;
    this.timeoutMs = timeoutMs;
    this.iterations = iterations;
  }
}
