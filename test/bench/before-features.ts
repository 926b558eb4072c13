import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');
const TREE = join(ROOT, 'node_modules', '.cache', 'lockstep-before');

/** The last commit before limits, resilience, security, audit, monitoring and analytics came. */
const COMMIT = process.env.LOCKSTEP_BENCH_BEFORE ?? '8ccfa0a489e12f1a9d60962138292dbf70740f66';

const run = (command: string, args: readonly string[], cwd: string): undefined => {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} fails:\n${stdout}${stderr}`);
};

/**
 * Builds the package as it was before its runtimes had features that can be off, and answers the address of its entry.
 *
 * @throws {Error} the commit is not in this clone, or does not build
 */
export const entryBeforeFeatures = (): string => {
  if (spawnSync('git', ['cat-file', '-e', `${COMMIT}^{commit}`], { cwd: ROOT }).status !== 0) {
    throw new Error(
      `This clone does not have the commit ${COMMIT}. Run 'git fetch --unshallow', or name another one by LOCKSTEP_BENCH_BEFORE.`,
    );
  }
  const built = join(TREE, COMMIT);
  const entry = join(built, 'dist', 'src', 'index.js');
  if (!existsSync(entry)) {
    rmSync(TREE, { recursive: true, force: true });
    mkdirSync(built, { recursive: true });
    const archive = join(TREE, 'sources.tar');
    run('git', ['archive', '--output', archive, COMMIT], ROOT);
    run('tar', ['-xf', archive], built);
    symlinkSync(join(ROOT, 'node_modules'), join(built, 'node_modules'));
    run(process.execPath, ['--import', 'tsx', join('test', 'build', 'build.ts')], built);
  }
  return pathToFileURL(entry).href;
};
