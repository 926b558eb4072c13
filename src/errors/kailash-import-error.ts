import { LockstepError } from './lockstep-error.ts';

/** Something in an exported workflow that has no counterpart here. */
export interface KailashProblem {
  /** Where it stands, such as `nodes.fetch.config.timeout`. */
  readonly path: string;
  /** What is wrong, and the remedy. */
  readonly detail: string;
}

/** A workflow of the Kailash Python SDK cannot be read as it is; `problems` are all that stand in the way. */
export class KailashImportError extends LockstepError {
  readonly code = 'KAILASH_IMPORT';
  readonly problems: readonly KailashProblem[];

  constructor(problems: readonly KailashProblem[]) {
    const lines = problems.map(({ path, detail }) => `\n- ${path}: ${detail}`);
    super(`The exported workflow cannot be read, and nothing was built.${lines.join('')}`);
    this.problems = problems;
  }
}
