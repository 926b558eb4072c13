import type { NodeOutputs } from '../../types/workflow.ts';
import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** A run has ended because its signal aborted; `cause` is the signal's reason. */
export class WorkflowCancelledError extends LockstepError {
  readonly code = 'WORKFLOW_CANCELLED';
  readonly runId: string;
  /** The outputs of the nodes that had completed, in plan order. */
  readonly partialResults: NodeOutputs;

  constructor(runId: string, reason: unknown, partialResults: NodeOutputs) {
    super(`The run was cancelled: ${messageOf(reason)}`, { cause: reason });
    this.runId = runId;
    this.partialResults = partialResults;
  }
}
