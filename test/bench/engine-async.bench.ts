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
    figures.push(
      {
        what: `${graph.name}, ${kind}`,
        value: ratioOf(times.lockstep, times.promises),
        unit: 'times one promise a node',
        limit: { atMost: 3 },
        detail: `${perNode(times.lockstep)} a node, bare ${perNode(times.promises)}`,
      },
      // The floor: it runs nothing concurrently, so it does less than any engine has to.
      {
        what: `${graph.name}, ${kind}`,
        value: ratioOf(times.lockstep, times.awaits),
        unit: 'times awaiting one by one',
        detail: `bare ${perNode(times.awaits)}`,
      },
    );
  }
}
report(`AsyncLocalRuntime, ${SIZE} no-op function nodes`, figures);
