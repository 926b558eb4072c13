import type { AccessAction, AccessDecision } from '../../types/access-control.ts';
import { LockstepError } from './lockstep-error.ts';

const DONE: Readonly<Record<AccessAction, string>> = {
  executeWorkflow: 'run',
  executeNode: 'run',
  readOutput: 'see the output of',
  writeInput: 'give inputs to',
};

/** A user may not do what the run would do on their behalf; `decision` says why. */
export class AccessDeniedError extends LockstepError {
  readonly code = 'ACCESS_DENIED';
  readonly decision: AccessDecision;

  constructor(decision: AccessDecision) {
    const { action, workflow, nodeId, userId, reason, remedy } = decision;
    const who = userId === null ? 'Nobody' : `User '${userId}'`;
    const what = nodeId === null ? `workflow '${workflow}'` : `node '${nodeId}' of workflow '${workflow}'`;
    super(`${who} may ${userId === null ? '' : 'not '}${DONE[action]} ${what}: ${reason} ${remedy}`);
    this.decision = decision;
  }
}
