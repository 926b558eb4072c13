import { basename, dirname, isAbsolute, join, relative, resolve, sep, win32 } from 'node:path';
import { describeValue } from '../errors/describe-value.ts';
import { FileOperationError } from '../errors/file-operation-error.ts';
import { PathOutsideRootError } from '../errors/path-outside-root-error.ts';
import { ask, askForWhatMayBeMissing, type FileSteps } from './file-steps.ts';

/** A path as given, with the folder that it is confined to. */
export interface ConfinedPath {
  readonly root: string;
  readonly path: string;
  /** Relative to the root, normal, with `/`: the same on every machine. */
  readonly name: string;
}

/**
 * Reads a path without looking at the disk.
 *
 * @throws {PathOutsideRootError} it is no relative path into the root
 */
export const readPath = (path: unknown, root: string): ConfinedPath => {
  if (typeof path !== 'string' || path === '' || path.includes('\0')) {
    throw new PathOutsideRootError(String(path), root, `is ${describeValue(path)}, which is no path`);
  }
  if (isAbsolute(path) || win32.isAbsolute(path)) throw new PathOutsideRootError(path, root, 'is absolute');
  const name = relative(resolve(root), resolve(root, path));
  if (!isInside(name)) throw new PathOutsideRootError(path, root, 'leads outside');
  if (name === '') throw new PathOutsideRootError(path, root, 'names the root itself');
  return { root, path, name: name.split(sep).join('/') };
};

const isInside = (name: string): boolean =>
  name !== '..' && !name.startsWith(`..${sep}`) && !isAbsolute(name);

/**
 * The real path of what exists, once all links have been followed.
 *
 * @throws {PathOutsideRootError} a link leads out of the root
 */
export function* realPathOf(confined: ConfinedPath): FileSteps<string> {
  const realRoot = yield* ask((files) => files.realpath(confined.root));
  const real = yield* ask((files) => files.realpath(join(realRoot, confined.name)));
  return inside(real, realRoot, confined);
}

/**
 * The real path at which a file may be made. Links in its folder have been followed; its own name is not, since a file
 * that is renamed to the name of a link takes the link's place.
 *
 * @param makeFolders - whether folders that are missing are made
 * @throws {PathOutsideRootError} a link leads out of the root
 */
export function* newPathOf(confined: ConfinedPath, makeFolders: boolean): FileSteps<string> {
  const realRoot = yield* ask((files) => files.realpath(confined.root));
  const folder = dirname(join(realRoot, confined.name));
  if (makeFolders) {
    // To make a folder below a link is to make it elsewhere: the nearest one that exists must be inside.
    let nearest = folder;
    let real = yield* askForWhatMayBeMissing((files) => files.realpath(nearest));
    while (real === undefined) {
      // To make folders below a link to nowhere fails with another code on each side.
      if ((yield* askForWhatMayBeMissing((files) => files.lstat(nearest))) !== undefined) {
        throw new FileOperationError('write', confined.path, confined.root, 'ENOENT');
      }
      nearest = dirname(nearest);
      real = yield* askForWhatMayBeMissing((files) => files.realpath(nearest));
    }
    const found = inside(real, realRoot, confined);
    // To make a folder where a file is would fail with `EEXIST`, as if one could overwrite it.
    if (!(yield* ask((files) => files.stat(found))).isDirectory()) {
      throw new FileOperationError('write', confined.path, confined.root, 'ENOTDIR');
    }
    yield* ask((files) => files.makeFolder(folder));
  }
  const real = yield* ask((files) => files.realpath(folder));
  return join(inside(real, realRoot, confined), basename(confined.name));
}

const inside = (real: string, realRoot: string, { path, root }: ConfinedPath): string => {
  if (!isInside(relative(realRoot, real)))
    throw new PathOutsideRootError(path, root, 'leads outside through a link');
  return real;
};
