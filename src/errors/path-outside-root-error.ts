import { LockstepError } from './lockstep-error.ts';

/** A path leads out of the folder that a file node is confined to. */
export class PathOutsideRootError extends LockstepError {
  readonly code = 'PATH_OUTSIDE_ROOT';
  readonly path: string;
  readonly root: string;

  /** @param reason - how it leads outside, such as `is absolute` */
  constructor(path: string, root: string, reason: string) {
    super(
      `The path '${path}' ${reason}, and only what is inside of the root '${root}' may be used. Give a path relative to the root, or set 'root' to a folder that holds the file.`,
    );
    this.path = path;
    this.root = root;
  }
}
