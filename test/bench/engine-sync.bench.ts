/** What the sync runtime adds to a bare loop over the same functions. */
import { bareLoop } from './bare-loops.ts';
import { builtPackage } from './built-package.ts';
import { chain, fan, layered } from './graphs.ts';
import { plainNoOps } from './no-op-functions.ts';
import { type Figure, report } from './report.ts';
import { median, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 1_000;
const { LocalRuntime, WorkflowBuilder } = await builtPackage();
const runtime = new LocalRuntime();
const perNode = (times: readonly number[]): number => (median(times) * 1_000) / SIZE;

const figures: Figure[] = [];
for (const graph of [chain(SIZE), fan(SIZE), layered(SIZE)]) {
  const functions = plainNoOps(SIZE);
  const workflow = workflowOf(new WorkflowBuilder(), graph, functions);
  const times = await timesOf(
    { bare: () => bareLoop(graph, functions), lockstep: () => runtime.execute(workflow) },
    400,
  );
  const bare = perNode(times.bare);
  const own = perNode(times.lockstep);
  figures.push({
    what: graph.name,
    value: own,
    unit: 'µs a node',
    limit: { atMost: Math.max(1, 8 * bare) },
    detail: `${(own / bare).toFixed(1)} times the bare loop's ${bare.toFixed(2)} µs`,
  });
}
report(`LocalRuntime, ${SIZE} no-op function nodes (at most 1 µs a node or 8 times the bare loop)`, figures);
