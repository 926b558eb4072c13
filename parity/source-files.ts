import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  'build',
  'out',
  'lib',
  'coverage',
  'test',
  'tests',
  '__tests__',
]);

/** Whether a path is source code of the project itself: no declaration, no test. */
export const isSource = (file: string): boolean =>
  /\.[cm]?tsx?$|\.[cm]?js$/.test(file) &&
  !/\.d\.[cm]?ts$|\.(test|spec|test-d|config)\.[cm]?[jt]sx?$/.test(file) &&
  !file.split('/').some((segment) => LEFT_OUT.has(segment) || (segment.startsWith('.') && segment !== '.'));

/** The source files below a folder, relative to it, with forward slashes, sorted. */
export const sourceFiles = (folder: string, below = ''): readonly string[] =>
  readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        return LEFT_OUT.has(entry.name) || entry.name.startsWith('.') ? [] : sourceFiles(folder, path);
      }
      return entry.isFile() && isSource(path) ? [path] : [];
    })
    .toSorted();
