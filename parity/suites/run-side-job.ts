import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { SHARED_FOLDER_VARIABLE } from '../testing/shared-folder.ts';
import { RECORDS_VARIABLE } from '../testing/test-record.ts';
import { loadFault } from './load-side.ts';
import { missingSourceMaps } from './missing-source-maps.ts';
import { readCoverage } from './read-coverage.ts';
import { type FileRun, runTestFile } from './run-test-file.ts';
import type { SideJob, SideRun } from './side-job.ts';
import { SIDE_VARIABLE } from './side-variable.ts';

const NOTHING: SideRun = {
  loadFault: null,
  files: [],
  outcomes: [],
  hung: [],
  covered: [],
  withoutSourceMap: [],
};

/** Runs files, as many at once as the machine has processors, and gives what each gave in the order of the files. */
const runFiles = async ({ base, files, timeoutMs }: SideJob): Promise<readonly FileRun[]> => {
  const runs: FileRun[] = [];
  const left = [...files.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      runs[next[0]] = await runTestFile(base, next[1], timeoutMs);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return runs;
};

/**
 * Runs the tests of one side and reads their coverage. It sets variables of this process, as those that run the files take them
 * over: it is for a process of its own, whose working folder is the job's base.
 */
export const runSideJob = async (job: SideJob): Promise<SideRun> => {
  const fault = loadFault(job, job.timeoutMs);
  if (fault !== null) return { ...NOTHING, loadFault: fault };
  const v8 = join(job.folder, 'v8');
  const records = join(job.folder, 'records');
  for (const folder of [v8, records]) mkdirSync(folder, { recursive: true });
  process.env[SIDE_VARIABLE] = job.side;
  process.env[RECORDS_VARIABLE] = records;
  // Beside the folders of the sides, which run one after the other.
  process.env[SHARED_FOLDER_VARIABLE] = join(dirname(job.folder), 'shared');
  process.env.NODE_V8_COVERAGE = v8;
  const runs = await runFiles(job);
  for (const failure of runs.flatMap(({ failures }) => failures)) console.error(`[${job.side}] ${failure}`);
  return {
    loadFault: null,
    files: job.files,
    outcomes: runs.flatMap(({ outcomes }) => outcomes),
    hung: runs.flatMap(({ hung }) => hung ?? []),
    covered: await readCoverage(job.base, job.cover, v8, join(job.folder, 'coverage')),
    withoutSourceMap: missingSourceMaps(v8).map((file) => relative(job.base, file).replaceAll('\\', '/')),
  };
};
