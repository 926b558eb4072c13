import { FileOperationError } from '../errors/file-operation-error.ts';
import type { ConfinedPath } from './confined-path.ts';
import type { FileSteps } from './file-steps.ts';

/** Does work on a file; an error of the operating system becomes one that names path, root and remedy. */
export function* namedFailure<T>(
  operation: 'read' | 'write',
  { path, root }: ConfinedPath,
  work: FileSteps<T>,
): FileSteps<T> {
  try {
    return yield* work;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new FileOperationError(operation, path, root, code, { cause: error });
  }
}
