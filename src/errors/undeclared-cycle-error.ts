import { LockstepError } from './lockstep-error.ts';

/** Connections form a cycle that was not declared. */
export class UndeclaredCycleError extends LockstepError {
  readonly code = 'UNDECLARED_CYCLE';
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    super(
      `The connections form an undeclared cycle: ${path.join(' -> ')}. Remove one of them, or declare it with addCycle(id, { edges: [...], maxIterations }).`,
    );
    this.path = path;
  }
}
