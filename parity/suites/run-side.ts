import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { loaderArguments } from './loader-arguments.ts';
import { readRecords, type SideRecords } from './read-records.ts';
import type { SideJob, SideRun } from './side-job.ts';
import { RUN_VARIABLE } from './side-variable.ts';

/** What running a side gave, with what the harness wrote of its shared tests. */
export interface MeasuredRun extends SideRun {
  readonly records: SideRecords;
}

// Sources and build have it under one name, with the extension of their own.
const PROCESS = join(import.meta.dirname, `side-process${extname(import.meta.filename)}`);

/**
 * Runs the tests of one side in a process of its own; what they print on their error output goes to this process's.
 *
 * @throws {Error} when that process ends without an outcome.
 */
export const runSide = async (job: SideJob): Promise<MeasuredRun> => {
  rmSync(job.folder, { recursive: true, force: true });
  mkdirSync(job.folder, { recursive: true });
  const file = join(job.folder, 'job.json');
  writeFileSync(file, JSON.stringify(job));
  const { NODE_TEST_CONTEXT, NODE_V8_COVERAGE, ...env } = process.env;
  const child = spawn(process.execPath, [...loaderArguments(job.base, job.files), PROCESS, file], {
    cwd: job.base,
    env: { ...env, [RUN_VARIABLE]: String(process.pid) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) {
    throw new Error(
      `The tests of the ${job.side} side could not be run: their process ended with status ${status}.`,
    );
  }
  const run: SideRun = JSON.parse(readFileSync(join(job.folder, 'run.json'), 'utf8'));
  return { ...run, records: readRecords(join(job.folder, 'records'), job.base) };
};
