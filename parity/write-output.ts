import { resolve } from 'node:path';
import { writeAtomically } from './write-atomically.ts';
import { WrongCall } from './wrong-call.ts';

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EEXIST: 'a file stands where its folder would be',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder cannot be made',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'a file stands where its folder would be',
  EPERM: 'it may not be written',
  EROFS: 'nothing may be written there',
};

/**
 * Writes what a user asked for to the file that he named.
 *
 * @param output the path, relative to `cwd` or absolute.
 * @throws {WrongCall} when it cannot be written.
 */
export const writeOutput = (cwd: string, output: string, text: string): undefined => {
  try {
    writeAtomically(resolve(cwd, output), text);
  } catch (cause) {
    const why = WHY[(cause as NodeJS.ErrnoException).code ?? ''] ?? String(cause);
    throw new WrongCall(`'${output}' cannot be written: ${why}. Name another file.`, { cause });
  }
};
