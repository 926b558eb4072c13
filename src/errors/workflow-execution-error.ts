import type { NodeOutputs } from '../../types/workflow.ts';
import { LockstepError } from './lockstep-error.ts';
import { messageOf } from './message-of.ts';

/** A run has ended because a node failed; `cause` is the node's own error. */
export class WorkflowExecutionError extends LockstepError {
  readonly code = 'WORKFLOW_EXECUTION';
  readonly nodeId: string;
  readonly runId: string;
  /** The outputs of the nodes that had completed, in plan order. */
  readonly partialResults: NodeOutputs;

  constructor(nodeId: string, runId: string, cause: unknown, partialResults: NodeOutputs) {
    super(`Node '${nodeId}' failed: ${messageOf(cause)}`, { cause });
    this.nodeId = nodeId;
    this.runId = runId;
    this.partialResults = partialResults;
  }
}
