import { LockstepError } from './lockstep-error.ts';

/** The code of a Python node has reached for something outside of its sandbox. */
export class PythonAccessError extends LockstepError {
  readonly code = 'PYTHON_ACCESS';
  /** The function of the interpreter that was refused. */
  readonly reached: string;

  constructor(reached: string) {
    super(
      `The Python code reached for something outside of its sandbox (${reached}), and was ended. It can compute, and use the standard library where that only computes. Do input and output in a node of their own, and pass the data as inputs.`,
    );
    this.reached = reached;
  }
}
