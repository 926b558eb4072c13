import { LockstepError } from './lockstep-error.ts';

/** The result of a code node has more bytes than its limit; sizes are those of its JSON text in UTF-8. */
export class CodeOutputTooLargeError extends LockstepError {
  readonly code = 'CODE_OUTPUT_TOO_LARGE';
  readonly bytes: number;
  readonly maxOutputBytes: number;

  constructor(bytes: number, maxOutputBytes: number) {
    super(
      `The result of the code has ${bytes} bytes; at most ${maxOutputBytes} are allowed. Return less, or raise maxOutputBytes.`,
    );
    this.bytes = bytes;
    this.maxOutputBytes = maxOutputBytes;
  }
}
