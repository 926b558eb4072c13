import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A Git repository of a project with one pair, whose first commit is the branch `main`; work goes on on `change`. */
export interface Repository {
  readonly cwd: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (file: string, content: string) => void;
  readonly move: (from: string, to: string) => void;
  /** Commits all that has changed and gives the hash. */
  readonly commit: (message: string) => string;
}

const CONFIG = {
  pairs: [{ name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' }],
};

/** Git that reads no configuration of the machine. */
const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

/** Opens a folder as a repository of the test. */
export const repositoryIn = (cwd: string): Repository => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: ENV,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  return {
    cwd,
    git,
    write: (file, content) => {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), content);
    },
    move: (from, to) => renameSync(join(cwd, from), join(cwd, to)),
    commit: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
  };
};

/** A folder that is removed after the test. */
export const temporaryFolder = (test: TestContext): string => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-gate-')));
  test.after(() => rmSync(cwd, { recursive: true, force: true }));
  return cwd;
};

const body = (name: string): string =>
  Array.from({ length: 20 }, (_, index) => `export const line${index} = '${name}';\n`).join('');

/** Makes a repository with the pair's files and the given keys of the config beside its pair. */
export const repository = (test: TestContext, config: object = {}): Repository => {
  const made = repositoryIn(temporaryFolder(test));
  made.git('init', '--quiet', '--initial-branch=main');
  made.write('lockstep.config.json', JSON.stringify({ ...CONFIG, ...config }));
  made.write('.gitignore', '.lockstep/\n');
  made.write('src/store.ts', body('sync'));
  made.write('src/async-store.ts', body('async'));
  made.commit('first');
  made.git('switch', '--quiet', '--create', 'change');
  return made;
};
