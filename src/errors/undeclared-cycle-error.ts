import { LockstepError } from './lockstep-error.ts';

/** Connections form a cycle that was not declared. */
export class UndeclaredCycleError extends LockstepError {
  readonly code = 'UNDECLARED_CYCLE';
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    super(
      `The connections form an undeclared cycle: ${shortened(path).join(' -> ')}. Remove one of them, or declare it with addCycle(id, { edges: [...], maxIterations }).`,
    );
    this.path = path;
  }
}

// A cycle of a generated workflow may pass thousands of nodes; both of its ends tell where to look, `path` has all.
const shortened = (path: readonly string[]): readonly string[] =>
  path.length <= 20 ? path : [...path.slice(0, 10), `(${path.length - 15} more nodes)`, ...path.slice(-5)];
