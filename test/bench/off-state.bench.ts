/**
 * What features cost that are off: the runtimes as they are, beside the package as it was before it had limits, resilience,
 * security, audit, monitoring and analytics, in ten processes each, by turns. Run: npm run bench -- off-state
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { entryBeforeFeatures } from './before-features.ts';
import { ENTRY } from './built-package.ts';
import { progress } from './progress.ts';
import { type Figure, report } from './report.ts';
import { median } from './rounds.ts';

const RUNS = 10;
const AT_MOST = 1.05;

type Costs = Readonly<Record<string, number>>;

const costsOf = (entry: string): Costs => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'off-state-times.ts'), entry],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`off-state-times.ts fails on ${entry}:\n${stderr}`);
  return JSON.parse(stdout) as Costs;
};

progress('building the package as it was');
const before = entryBeforeFeatures();
const pairs: (readonly [now: Costs, then: Costs])[] = [];
for (let run = 0; run < RUNS; run++) {
  progress(`run ${run + 1} of ${RUNS}`);
  // Each of them goes first as often as the other.
  if (run % 2 === 0) pairs.push([costsOf(ENTRY), costsOf(before)]);
  else {
    const then = costsOf(before);
    pairs.push([costsOf(ENTRY), then]);
  }
}
progress('');

const figures = Object.keys(pairs[0]?.[0] ?? {}).map((what): Figure => {
  const now = pairs.map(([costs]) => costs[what] ?? Number.NaN);
  const then = pairs.map(([, costs]) => costs[what] ?? Number.NaN);
  return {
    what,
    value: median(now.map((cost, run) => cost / (then[run] ?? Number.NaN))),
    unit: 'times what it cost',
    limit: { atMost: AT_MOST },
    detail: `${median(now).toFixed(2)} µs a node, before ${median(then).toFixed(2)} µs`,
  };
});
report(
  `Everything off, 1000 no-op nodes, beside the package before its features (median of ${RUNS} pairs of processes)`,
  figures,
);
