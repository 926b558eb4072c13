import { LockstepError } from './lockstep-error.ts';

/**
 * The code of a code node has thrown; `message` is exactly the message of what it threw.
 *
 * `thrownName` is the `name` of the thrown error (`TypeError`), or the type of a thrown value that is no
 * error (`string`). `sandboxStack` has the lines of the code as written, one frame a line.
 */
export class CodeThrownError extends LockstepError {
  readonly code = 'CODE_THROWN';
  readonly thrownName: string;
  readonly sandboxStack: string;

  constructor(message: string, thrownName: string, sandboxStack: string) {
    super(message);
    this.thrownName = thrownName;
    this.sandboxStack = sandboxStack;
  }
}
