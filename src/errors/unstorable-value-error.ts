import { LockstepError } from './lockstep-error.ts';

/** A value has to be kept in a checkpoint and cannot; `path` says where in it the trouble is. */
export class UnstorableValueError extends LockstepError {
  readonly code = 'UNSTORABLE_VALUE';
  /** What the value is: `the output of node 'a'`. */
  readonly subject: string;
  /** Such as `.rows[0].client`; empty for the value itself. */
  readonly path: string;

  constructor(subject: string, path: string, problem: string, remedy: string) {
    super(
      `With 'durability', ${subject} is kept in a checkpoint, and ${path === '' ? 'it' : `its '${path}'`} ${problem}: ${remedy}. Allowed are JSON values, undefined, bigints, Date, RegExp, Map, Set, ArrayBuffer, typed arrays and errors.`,
    );
    this.subject = subject;
    this.path = path;
  }
}
