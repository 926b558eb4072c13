import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** Something names a node that the workflow does not have. */
export class UnknownNodeError extends LockstepError {
  readonly code = 'UNKNOWN_NODE';
  readonly nodeId: string;
  readonly where: string;
  readonly known: readonly string[];

  constructor(nodeId: string, where: string, known: readonly string[]) {
    super(`${where} names the unknown node '${nodeId}'. ${suggest(String(nodeId), known)}`);
    this.nodeId = nodeId;
    this.where = where;
    this.known = known;
  }
}
