/** What the async runtime adds to awaiting the same functions. */
import { bareAwaits, barePromises } from './bare-loops.ts';
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
      {
        awaits: () => bareAwaits(graph, functions),
        promises: () => barePromises(graph, functions),
        lockstep: () => runtime.execute(workflow),
      },
      300,
    );
    for (const [base, unit] of [
      [times.awaits, 'times awaiting one by one'],
      [times.promises, 'times one promise a node'],
    ] as const) {
      figures.push({
        what: `${graph.name}, ${kind}`,
        value: ratioOf(times.lockstep, base),
        unit,
        limit: { atMost: 3 },
        detail: `${perNode(times.lockstep)} a node, bare ${perNode(base)}`,
      });
    }
  }
}
report(`AsyncLocalRuntime, ${SIZE} no-op function nodes`, figures);
