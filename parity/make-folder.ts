import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and the folders above it, where they are not there yet.
 *
 * Not `mkdirSync(path, { recursive: true })`: where a folder that exists refuses a new one with `ENOENT`, as `/proc` and a
 * link to nowhere do, that never returns.
 *
 * @throws {NodeJS.ErrnoException} the folder cannot be made.
 */
export const makeFolder = (path: string): undefined => {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was quicker.
    if (!isFolder(path)) throw error;
  }
};
