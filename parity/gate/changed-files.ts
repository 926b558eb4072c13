import { relative } from 'node:path';
import { askGit, workTree } from './git.ts';

/** A file that a change touches, relative to the folder that was asked, with forward slashes. */
export interface ChangedFile {
  readonly file: string;
  /** Where it was before it was renamed; the same as `file` when it was not. */
  readonly before: string;
  /** Whether its content differs: a file that was only renamed has none that could drift. */
  readonly edited: boolean;
  readonly added: boolean;
}

/**
 * The files that differ between a commit and HEAD, or what is staged for the next one, renames followed.
 *
 * @param to `HEAD`, or `index` for what is staged.
 */
export const changedFiles = (cwd: string, from: string, to: 'HEAD' | 'index'): readonly ChangedFile[] => {
  const range = to === 'index' ? ['--cached', from] : [from, 'HEAD'];
  const { text } = askGit(cwd, ['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', ...range]);
  const root = workTree(cwd);
  const here = relative(root, cwd).replaceAll('\\', '/');
  const place = (path: string): string => (here === '' ? path : relative(here, path).replaceAll('\\', '/'));
  const parts = text.split('\0');
  const changed: ChangedFile[] = [];
  for (let index = 0; index + 1 < parts.length; ) {
    const status = parts[index] ?? '';
    const renamed = /^[RC]/.test(status);
    const before = place(parts[index + 1] ?? '');
    const file = renamed ? place(parts[index + 2] ?? '') : before;
    changed.push({
      file,
      before,
      edited: status !== 'R100' && status !== 'C100',
      added: status === 'A',
    });
    index += renamed ? 3 : 2;
  }
  return changed;
};
