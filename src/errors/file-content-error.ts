import { LockstepError } from './lockstep-error.ts';

/** What a file holds, or should hold, is not of the form that a file node is set to. */
export class FileContentError extends LockstepError {
  readonly code = 'FILE_CONTENT';
  readonly path: string;
  readonly root: string;
  readonly detail: string;

  /** @param detail - what is wrong, and the remedy */
  constructor(path: string, root: string, detail: string) {
    super(`The content of '${path}' in the root '${root}' ${detail}`);
    this.path = path;
    this.root = root;
    this.detail = detail;
  }
}
