import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CLI = join(ROOT, 'parity', 'cli.ts');

/** What a call of the command line did. */
export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** The arguments for `node` that start the command line from its sources, with source maps as in a stack trace of a user. */
export const cliArguments = (args: readonly string[]): readonly string[] => [
  '--import',
  fileURLToPath(import.meta.resolve('tsx')),
  CLI,
  ...args,
];

/** The environment of a call: this process's own, without what changes colour, annotations or stack traces. */
export const cliEnvironment = (given: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { NO_COLOR, FORCE_COLOR, GITHUB_STEP_SUMMARY, LOCKSTEP_DEBUG, NODE_OPTIONS, ...env } = process.env;
  return { ...env, ...given };
};

/** Runs the real command line as a child process in a folder; the folder's path is shown as `<cwd>`. */
export const runCli = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CliRun => {
  const { stdout, stderr, status } = spawnSync(process.execPath, cliArguments(args), {
    cwd,
    env: cliEnvironment(env),
    encoding: 'utf8',
    input: '',
  });
  // Node.js 22 and later add the line and column to what is wrong with JSON.
  const shown = (text: string): string =>
    text.replaceAll(cwd, '<cwd>').replace(/(at position \d+) \(line \d+ column \d+\)/, '$1');
  return { stdout: shown(stdout), stderr: shown(stderr), status };
};
