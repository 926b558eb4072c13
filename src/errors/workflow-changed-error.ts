import { LockstepError } from './lockstep-error.ts';

/** A run was to be resumed with another workflow than it was started with. */
export class WorkflowChangedError extends LockstepError {
  readonly code = 'WORKFLOW_CHANGED';
  readonly runId: string;
  /** What changed, one sentence each. */
  readonly changes: readonly string[];

  constructor(runId: string, changes: readonly string[]) {
    super(
      `The run was started with another workflow: ${changes.join('; ')}. Resume it with the workflow it was started with, or with { force: true }: then finished nodes keep their outputs, and all others are those of the new workflow.`,
    );
    this.runId = runId;
    this.changes = changes;
  }
}
