import { lstatSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Folders of the system, whose files stand for something else: renaming over `/dev/stdout` would replace it for everybody. */
const SYSTEM_FOLDERS = ['/dev/', '/proc/'];

/** Whether a file has no content of its own to keep whole: a device, a pipe, a socket. */
const isStreamed = (path: string, existing: Stats | undefined): boolean =>
  existing !== undefined &&
  !existing.isDirectory() &&
  (!existing.isFile() || SYSTEM_FOLDERS.some((folder) => path.startsWith(folder)));

/**
 * Writes a text file so that a reader, or a crash, meets either the old content or the new one, never half of it. What is
 * there keeps its mode, and a symbolic link goes on pointing at its file; a device or a pipe is written to, not replaced.
 *
 * @param path absolute.
 * @param mode the permissions of the file, where it is new or must change.
 * @throws {NodeJS.ErrnoException} it cannot be written; nothing is left behind.
 */
export const writeAtomically = (path: string, content: string, mode?: number): undefined => {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (isStreamed(path, existing)) {
    writeFileSync(path, content);
    return;
  }
  makeFolder(dirname(path));
  const file = existing !== undefined && lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const permissions = mode ?? existing?.mode;
  try {
    writeFileSync(temporary, content, permissions === undefined ? {} : { mode: permissions & 0o777 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};
