import { LockstepError } from './lockstep-error.ts';

/** The code of a Python node has raised an exception; `message` is its type and text, such as `ValueError: no stock`. */
export class PythonThrownError extends LockstepError {
  readonly code = 'PYTHON_THROWN';
  /** The name of the exception's class. */
  readonly thrownName: string;
  /** The lines of the code that it passed, the innermost last: `line 2, in total`. */
  readonly traceback: readonly string[];

  constructor(thrownName: string, text: string, traceback: readonly string[]) {
    super(text === '' ? thrownName : `${thrownName}: ${text}`);
    this.thrownName = thrownName;
    this.traceback = traceback;
  }
}
