import { LockstepError } from './lockstep-error.ts';

/** A Python node has no Python: the optional package that brings it is not installed. */
export class PythonNotInstalledError extends LockstepError {
  readonly code = 'PYTHON_NOT_INSTALLED';
  readonly nodeId: string;

  constructor(nodeId: string, options?: ErrorOptions) {
    super(
      `Node '${nodeId}' runs Python, which the optional package 'pyodide' brings, and it is not installed. Install it beside lockstep: npm install pyodide`,
      options,
    );
    this.nodeId = nodeId;
  }
}
