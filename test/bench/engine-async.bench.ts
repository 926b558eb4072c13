/** What the async runtime adds to awaiting the same functions. */
import { bareAwaits } from './bare-loops.ts';
import { builtPackage } from './built-package.ts';
import { chain, fan, layered } from './graphs.ts';
import { asyncNoOps, plainNoOps } from './no-op-functions.ts';
import { type Figure, report } from './report.ts';
import { median, ratioOf, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 1_000;
const { AsyncLocalRuntime, WorkflowBuilder } = await builtPackage();
const runtime = new AsyncLocalRuntime();
const perNode = (times: readonly number[]): string => `${((median(times) * 1_000) / SIZE).toFixed(2)} µs`;

const figures: Figure[] = [];
for (const [kind, make] of [
  ['async functions', asyncNoOps] as const,
  ['plain functions', plainNoOps] as const,
]) {
  for (const graph of [chain(SIZE), fan(SIZE), layered(SIZE)]) {
    const functions = make(SIZE);
    const workflow = workflowOf(new WorkflowBuilder(), graph, functions);
    const times = await timesOf(
      { bare: () => bareAwaits(graph, functions), lockstep: () => runtime.execute(workflow) },
      400,
    );
    figures.push({
      what: `${graph.name}, ${kind}`,
      value: ratioOf(times.lockstep, times.bare),
      unit: 'times bare awaits',
      limit: { atMost: 3 },
      detail: `${perNode(times.lockstep)} a node, bare ${perNode(times.bare)}`,
    });
  }
}
report(`AsyncLocalRuntime, ${SIZE} no-op function nodes`, figures);
