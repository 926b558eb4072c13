import { LockstepError } from './lockstep-error.ts';
import { suggest } from './suggest.ts';

/** A connection names a port that its node does not have. */
export class UnknownPortError extends LockstepError {
  readonly code = 'UNKNOWN_PORT';
  readonly nodeId: string;
  readonly port: string;
  readonly direction: 'input' | 'output';
  readonly known: readonly string[];

  constructor(nodeId: string, port: string, direction: 'input' | 'output', known: readonly string[]) {
    super(`Node '${nodeId}' has no ${direction} '${port}'. ${suggest(port, known, `Its ${direction}s`)}`);
    this.nodeId = nodeId;
    this.port = port;
    this.direction = direction;
    this.known = known;
  }
}
