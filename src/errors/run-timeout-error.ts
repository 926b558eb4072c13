import type { NodeOutputs } from '../../types/workflow.ts';
import { LockstepError } from './lockstep-error.ts';

/** A run has ended because it took longer than its `timeoutMs`. */
export class RunTimeoutError extends LockstepError {
  readonly code = 'RUN_TIMEOUT';
  readonly runId: string;
  readonly timeoutMs: number;
  /** The outputs of the nodes that had completed, in plan order. */
  readonly partialResults: NodeOutputs;

  constructor(runId: string, timeoutMs: number, partialResults: NodeOutputs) {
    super(
      `The run took longer than its timeoutMs of ${timeoutMs}. Raise timeoutMs, or make the nodes faster.`,
    );
    this.runId = runId;
    this.timeoutMs = timeoutMs;
    this.partialResults = partialResults;
  }
}
