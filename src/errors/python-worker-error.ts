import { LockstepError } from './lockstep-error.ts';

/** The interpreter of a Python node does not start, or has broken down under its code. */
export class PythonWorkerError extends LockstepError {
  readonly code = 'PYTHON_WORKER';
  readonly nodeId: string;
  readonly detail: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(nodeId: string, detail: string) {
    super(`Node '${nodeId}' cannot run its Python code: ${detail}`);
    this.nodeId = nodeId;
    this.detail = detail;
  }
}
