import { LockstepError } from './lockstep-error.ts';

/** The code of a code node has nested its calls too deeply. */
export class CodeStackError extends LockstepError {
  readonly code = 'CODE_STACK';

  constructor() {
    super(
      'The code nests its calls too deeply (its stack has 256 KiB, some hundred calls). Look for a recursion without an end, or turn the recursion into a loop.',
    );
  }
}
