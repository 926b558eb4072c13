/** The process that runs the tests of one side: `side-process <job.json>`, which writes `run.json` into the job's folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSideJob } from './run-side-job.ts';
import type { SideJob } from './side-job.ts';

const job: SideJob = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
writeFileSync(join(job.folder, 'run.json'), JSON.stringify(await runSideJob(job)));
