import { LockstepError } from './lockstep-error.ts';

/** A value cannot be copied into or out of the sandbox; `path` says where it is, such as `inputs.user.save`. */
export class UnclonableValueError extends LockstepError {
  readonly code = 'UNCLONABLE_VALUE';
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string, remedy: string) {
    super(
      `${path} ${reason} and cannot be copied across the sandbox's border. Allowed are null, undefined, booleans, numbers, bigints, strings, arrays, plain objects, Date, RegExp, Map, Set, ArrayBuffer and typed arrays. ${remedy}`,
    );
    this.path = path;
    this.reason = reason;
  }
}
