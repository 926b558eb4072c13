import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** A node type is not registered. */
export class UnknownNodeTypeError extends LockstepError {
  readonly code = 'UNKNOWN_NODE_TYPE';
  readonly nodeId: string;
  readonly type: string;
  readonly known: readonly string[];

  constructor(nodeId: string, type: string, known: readonly string[]) {
    super(
      `Node '${nodeId}' has the unknown type '${type}'. ${suggest(type, known, 'Registered')} For a type of your own, give what defineNode answers, or a registry that has it.`,
    );
    this.nodeId = nodeId;
    this.type = type;
    this.known = known;
  }
}
