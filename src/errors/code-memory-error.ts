import { LockstepError } from './lockstep-error.ts';

/** The code of a code node, with its inputs, needs more memory than its limit. */
export class CodeMemoryError extends LockstepError {
  readonly code = 'CODE_MEMORY';
  readonly memoryLimitMb: number;

  constructor(memoryLimitMb: number) {
    super(
      `The code needs more memory than its limit of ${memoryLimitMb} MiB. Pass it smaller inputs, keep less at a time, or raise memoryLimitMb.`,
    );
    this.memoryLimitMb = memoryLimitMb;
  }
}
