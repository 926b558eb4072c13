import { spawnSync } from 'node:child_process';
import type { Revision } from './test-measurement.ts';

const git = (cwd: string, ...args: readonly string[]): string | null => {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  const text = status === 0 ? stdout.trim() : '';
  return text === '' ? null : text;
};

/**
 * The revision that is checked out in a folder. CI checks out a commit rather than a branch, so that GitHub's own variables
 * name the branch there.
 */
export const gitRevision = (cwd: string, env: Readonly<NodeJS.ProcessEnv>): Revision => ({
  commit: git(cwd, 'rev-parse', 'HEAD'),
  branch:
    git(cwd, 'symbolic-ref', '--quiet', '--short', 'HEAD') ??
    (env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || null),
});
