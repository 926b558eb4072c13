import { spawnSync } from 'node:child_process';
import { WrongCall } from '../wrong-call.ts';

/** What a Git command gave. */
export interface GitAnswer {
  readonly status: number | null;
  readonly text: string;
}

/**
 * Asks Git in a folder, in English and without a pager.
 *
 * @throws {WrongCall} when Git is not installed.
 */
export const askGit = (cwd: string, args: readonly string[]): GitAnswer => {
  const { status, stdout, error } = spawnSync('git', ['--no-pager', ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error !== undefined)
    throw new WrongCall("Git cannot be run. Install it, and call 'lockstep gate' again.");
  return { status, text: stdout };
};

/** Where the work tree of a folder starts. @throws {WrongCall} when the folder is in none. */
export const workTree = (cwd: string): string => {
  const { status, text } = askGit(cwd, ['rev-parse', '--show-toplevel']);
  if (status !== 0) throw new WrongCall('This folder is in no Git work tree. Run lockstep gate in one.');
  return text.trim();
};
