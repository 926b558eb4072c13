import { LockstepError } from './lockstep-error.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Create it first, or change the path',
  EACCES: 'permission is denied. Grant it to the user that runs the program',
  EPERM: 'the operation is not permitted. Grant it to the user that runs the program',
  EISDIR: 'it is a folder. Give the path of a file',
  ENOTDIR: 'a part of the path is a file. Give a path through folders',
  EEXIST: "it exists. Set overwrite: true, or give a path that isn't taken",
  ENAMETOOLONG: 'the name is too long. Shorten it',
  ENOSPC: 'the disk is full. Make room on it',
  EROFS: 'the file system is read-only. Set a root that can be written to',
  ELOOP: 'its links lead round in a circle. Remove one of them',
};

/** A file cannot be read or written; `reason` is the code of the operating system's error. */
export class FileOperationError extends LockstepError {
  readonly code = 'FILE_OPERATION';
  readonly operation: 'read' | 'write';
  readonly path: string;
  readonly root: string;
  /** Such as `ENOENT`. */
  readonly reason: string;

  constructor(
    operation: 'read' | 'write',
    path: string,
    root: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    const remedy = REMEDIES[reason] ?? `the system says ${reason}. Check the path and the disk`;
    super(`Cannot ${operation} '${path}' in the root '${root}': ${remedy}.`, options);
    this.operation = operation;
    this.path = path;
    this.root = root;
    this.reason = reason;
  }
}
