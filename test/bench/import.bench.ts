/** What it costs to load the package, in processes of their own. */
import { spawnSync } from 'node:child_process';
import { ENTRY } from './built-package.ts';
import { report } from './report.ts';
import { median, timesOf } from './rounds.ts';

const node = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} fails:\n${stderr}`);
};

const times = await timesOf(
  {
    nothing: () => node('-e', '0'),
    lockstep: () => node('--input-type=module', '-e', `import ${JSON.stringify(ENTRY)}`),
  },
  20,
);
const [nothing, own] = [median(times.nothing), median(times.lockstep)];
report("Loading the package: import 'lockstep' over node -e 0", [
  {
    what: 'import',
    value: own - nothing,
    unit: 'ms',
    // A slow machine starts Node slowly as well, which by itself takes 40 ms on a fast one.
    limit: { atMost: Math.max(60, 1.5 * nothing) },
    detail: `${own.toFixed(0)} ms, node alone ${nothing.toFixed(0)} ms`,
  },
]);
