/** The memory of runs, and how it grows: a chain of 100,000 nodes shows that nothing recurses and nothing is quadratic. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { MemoryOfRun } from './memory-of-run.ts';
import { progress } from './progress.ts';
import { type Figure, report } from './report.ts';

const SIZES = [1_000, 10_000, 100_000];
const child = join(import.meta.dirname, 'memory-of-run.ts');
const measure = (runtime: string, nodes: number): MemoryOfRun => {
  progress(`${runtime}, ${nodes} nodes`);
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', child, runtime, String(nodes)],
    { encoding: 'utf8' },
  );
  progress('');
  return JSON.parse(output);
};

const figures: Figure[] = [];
for (const runtime of ['sync', 'async']) {
  let smallest = Number.POSITIVE_INFINITY;
  for (const nodes of SIZES) {
    const { workflow, run, result } = measure(runtime, nodes);
    const perNode = run / nodes;
    smallest = Math.min(smallest, perNode);
    figures.push({
      what: `${runtime}, chain of ${nodes}`,
      value: perNode,
      unit: 'bytes a node',
      // Linear growth: no size may take much more a node than the smaller ones.
      limit: { atMost: smallest * 1.5 },
      detail: `run ${(run / 1e6).toFixed(2)} MB; its result ${Math.round(result / nodes)}, workflow and plan ${Math.round(workflow / nodes)} bytes a node`,
    });
  }
}
report('Memory of a run when its last node is reached', figures);
