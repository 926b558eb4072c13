import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'test', 'tests', '__tests__']);

/** Whether a folder holds no sources; `lib` is what a build writes where there is a `src`, and else what is written by hand. */
const isLeftOut = (project: string, name: string): boolean =>
  LEFT_OUT.has(name) ||
  (name.startsWith('.') && name !== '.') ||
  (name === 'lib' && existsSync(join(project, 'src')));

/** Whether a path of a project is source code of its own: no declaration, no test. */
export const isSource = (project: string, file: string): boolean =>
  /\.[cm]?tsx?$|\.[cm]?js$/.test(file) &&
  !/(?:^|\/)\.[^/]*$/.test(file) &&
  !/\.d\.[cm]?ts$|\.(test|spec|test-d|config)\.[cm]?[jt]sx?$/.test(file) &&
  !file
    .split('/')
    .slice(0, -1)
    .some((folder) => isLeftOut(project, folder));

/** The source files of a project, relative to it, with forward slashes, sorted. */
export const sourceFiles = (project: string, below = ''): readonly string[] =>
  readdirSync(join(project, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return isLeftOut(project, entry.name) ? [] : sourceFiles(project, path);
      return entry.isFile() && isSource(project, path) ? [path] : [];
    })
    .toSorted();
