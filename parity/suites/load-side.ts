import { spawnSync } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SideJob } from './side-job.ts';
import { SIDE_VARIABLE } from './side-variable.ts';

const FAULT = 'lockstep-load-fault:';

/** Loads the module of a side in a process of its own and gives why it cannot be loaded, in one line; `null` when it can. */
export const loadFault = ({ module, base, side }: SideJob, timeoutMs: number): string | null => {
  const specifier = isAbsolute(module) ? pathToFileURL(module).href : module;
  const script = `import(${JSON.stringify(specifier)}).then(() => process.exit(0), (error) => {
    process.stderr.write('\\n${FAULT}' + String(error?.message ?? error).split('\\n')[0] + '\\n');
    process.exit(1);
  });`;
  const { status, stderr, error } = spawnSync(
    process.execPath,
    [...process.execArgv, '--input-type=module', '--eval', script],
    { cwd: base, encoding: 'utf8', env: { ...process.env, [SIDE_VARIABLE]: side }, timeout: timeoutMs },
  );
  if (status === 0) return null;
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') {
    return `it was still loading after ${timeoutMs} ms.`;
  }
  const told = stderr.split('\n').findLast((line) => line.startsWith(FAULT));
  return told?.slice(FAULT.length) ?? `its process ended with status ${status}.`;
};
