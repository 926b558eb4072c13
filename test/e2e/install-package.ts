import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../build/build-package.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The version of a development dependency of this project, as it pins it. */
const pinned = (name: string): string =>
  `${name}@${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies[name]}`;

/**
 * Builds and packs the package into a folder, apart from `dist`, which other tests may be reading.
 *
 * @returns the path of the tarball.
 */
export const packPackage = async (folder: string): Promise<string> => {
  const stage = join(folder, 'stage');
  mkdirSync(stage, { recursive: true });
  for (const file of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']) {
    cpSync(join(ROOT, file), join(stage, file));
  }
  await buildPackage(join(stage, 'dist'));
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts'], {
    cwd: stage,
    encoding: 'utf8',
  });
  return join(stage, JSON.parse(packed)[0].filename);
};

/** Installs a tarball into a project, with what its TypeScript tests run by. */
export const installPackage = (cwd: string, tarball: string): void => {
  const packages = [tarball, pinned('tsx'), pinned('@types/node')];
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  execFileSync('npm', ['install', '--save-dev', ...quiet, ...packages], { cwd, stdio: 'pipe' });
  writeFileSync(join(cwd, '.gitignore'), 'node_modules/\n.lockstep/\n');
};
