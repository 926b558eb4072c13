import * as blocking from 'node:fs';
import * as concurrent from 'node:fs/promises';
import type { Color, Ret } from '../../types/color.ts';

/** What the file nodes ask of the file system, in either colour. */
export interface FileSystem<C extends Color> {
  readonly realpath: (path: string) => Ret<C, string>;
  readonly stat: (path: string) => Ret<C, blocking.Stats>;
  /** As `stat`, but of a link itself. */
  readonly lstat: (path: string) => Ret<C, blocking.Stats>;
  readonly read: (path: string) => Ret<C, Uint8Array>;
  /** Makes a file that must not exist and has its bytes on the disk when it answers. */
  readonly create: (path: string, bytes: Uint8Array) => Ret<C, unknown>;
  readonly chmod: (path: string, mode: number) => Ret<C, unknown>;
  readonly rename: (from: string, to: string) => Ret<C, unknown>;
  readonly link: (from: string, to: string) => Ret<C, unknown>;
  readonly remove: (path: string) => Ret<C, unknown>;
  readonly makeFolder: (path: string) => Ret<C, unknown>;
}

const NEW_FILE = { flag: 'wx', flush: true } as const;

/** The file system through `node:fs`, which blocks. */
export const blockingFiles: FileSystem<'sync'> = {
  // Of the two that Node has the native one is what `node:fs/promises` calls: the other fails with other errors.
  realpath: (path) => blocking.realpathSync.native(path),
  stat: (path) => blocking.statSync(path),
  lstat: (path) => blocking.lstatSync(path),
  read: (path) => blocking.readFileSync(path),
  create: (path, bytes) => blocking.writeFileSync(path, bytes, NEW_FILE),
  chmod: (path, mode) => blocking.chmodSync(path, mode),
  rename: (from, to) => blocking.renameSync(from, to),
  link: (from, to) => blocking.linkSync(from, to),
  remove: (path) => blocking.rmSync(path, { force: true }),
  makeFolder: (path) => blocking.mkdirSync(path, { recursive: true }),
};

/** The file system through `node:fs/promises`. */
export const concurrentFiles: FileSystem<'async'> = {
  realpath: (path) => concurrent.realpath(path),
  stat: (path) => concurrent.stat(path),
  lstat: (path) => concurrent.lstat(path),
  read: (path) => concurrent.readFile(path),
  create: (path, bytes) => concurrent.writeFile(path, bytes, NEW_FILE),
  chmod: (path, mode) => concurrent.chmod(path, mode),
  rename: (from, to) => concurrent.rename(from, to),
  link: (from, to) => concurrent.link(from, to),
  remove: (path) => concurrent.rm(path, { force: true }),
  makeFolder: (path) => concurrent.mkdir(path, { recursive: true }),
};
