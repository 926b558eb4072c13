import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where a project stands in its repository. */
export interface Repository {
  /** The folder of the repository, absolute; that of the project where it is in none. */
  readonly root: string;
  /** From there to the project, with forward slashes; `''` for a project that is the whole repository. */
  readonly folder: string;
}

const workTreeOf = (folder: string): string | null => {
  // A work tree beside the main one, and a submodule, have a file of that name.
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : workTreeOf(parent);
};

/** The repository of a project: GitHub reads workflows, and Git runs hooks, of that folder alone. */
export const repositoryOf = (cwd: string): Repository => {
  const root = workTreeOf(cwd) ?? cwd;
  return { root, folder: relative(root, cwd).replaceAll('\\', '/') };
};

/** The folders from the project up to its repository, the nearest first. */
export const foldersUp = ({ root, folder }: Repository): readonly string[] => {
  const names = folder === '' ? [] : folder.split('/');
  return [...names.keys(), names.length].map((index) => join(root, ...names.slice(0, index))).toReversed();
};

/** A text that a file name, or a key, can hold for the folder of a project: `packages/a` is `packages-a`. */
export const slugOf = (folder: string): string => folder.replace(/[^\w.]+/g, '-').replace(/^-|-$/g, '');
