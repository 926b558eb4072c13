import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type CliRun, cliArguments, cliEnvironment } from './cli/run-cli.ts';

/** Runs the real command line without blocking this process, so that a server in it can answer. */
export const runCliBeside = async (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<CliRun> => {
  const child = spawn(process.execPath, cliArguments(args), { cwd, env: cliEnvironment(env) });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const [status] = await once(child, 'close');
  return { ...output, status };
};
