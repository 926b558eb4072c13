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
export const blockingFiles = {
  // Of the two that Node has the native one is what `node:fs/promises` calls: the other fails with other errors.
  realpath(path: string): string {
    return blocking.realpathSync.native(path);
  },
  stat(path: string): blocking.Stats {
    return blocking.statSync(path);
  },
  lstat(path: string): blocking.Stats {
    return blocking.lstatSync(path);
  },
  read(path: string): Uint8Array {
    return blocking.readFileSync(path);
  },
  create(path: string, bytes: Uint8Array): void {
    blocking.writeFileSync(path, bytes, NEW_FILE);
  },
  chmod(path: string, mode: number): void {
    blocking.chmodSync(path, mode);
  },
  rename(from: string, to: string): void {
    blocking.renameSync(from, to);
  },
  link(from: string, to: string): void {
    blocking.linkSync(from, to);
  },
  remove(path: string): void {
    blocking.rmSync(path, { force: true });
  },
  makeFolder(path: string): string | undefined {
    return blocking.mkdirSync(path, { recursive: true });
  },
} satisfies FileSystem<'sync'>;

/** The file system through `node:fs/promises`. */
export const concurrentFiles = {
  realpath(path: string): Promise<string> {
    return concurrent.realpath(path);
  },
  stat(path: string): Promise<blocking.Stats> {
    return concurrent.stat(path);
  },
  lstat(path: string): Promise<blocking.Stats> {
    return concurrent.lstat(path);
  },
  read(path: string): Promise<Uint8Array> {
    return concurrent.readFile(path);
  },
  create(path: string, bytes: Uint8Array): Promise<void> {
    return concurrent.writeFile(path, bytes, NEW_FILE);
  },
  chmod(path: string, mode: number): Promise<void> {
    return concurrent.chmod(path, mode);
  },
  rename(from: string, to: string): Promise<void> {
    return concurrent.rename(from, to);
  },
  link(from: string, to: string): Promise<void> {
    return concurrent.link(from, to);
  },
  remove(path: string): Promise<void> {
    return concurrent.rm(path, { force: true });
  },
  makeFolder(path: string): Promise<string | undefined> {
    return concurrent.mkdir(path, { recursive: true });
  },
} satisfies FileSystem<'async'>;
