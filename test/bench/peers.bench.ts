/** Both runtimes against other engines on the same graphs, once those are built and compiled. */
import { builtPackage } from './built-package.ts';
import { chain, fan, layered } from './graphs.ts';
import { langGraphOf } from './lang-graph.ts';
import { asyncNoOps, plainNoOps } from './no-op-functions.ts';
import { pGraphOf } from './p-graph.ts';
import { type Figure, report } from './report.ts';
import { median, ratioOf, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 1_000;
const peers = [
  { name: 'p-graph', start: pGraphOf, rounds: 400, atLeast: 3 },
  { name: 'LangGraph.js', start: langGraphOf, rounds: 4, atLeast: 100 },
];
const { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } = await builtPackage();
const sync = new LocalRuntime();
const concurrent = new AsyncLocalRuntime();
const perNode = (times: readonly number[]): string => `${((median(times) * 1_000) / SIZE).toFixed(2)} µs`;

const figures: Figure[] = [];
for (const { name, start, rounds, atLeast } of peers) {
  for (const graph of [chain(SIZE), fan(SIZE), layered(SIZE)]) {
    const plain = plainNoOps(SIZE);
    const promising = asyncNoOps(SIZE);
    const plainWorkflow = workflowOf(new WorkflowBuilder(), graph, plain);
    const promisingWorkflow = workflowOf(new WorkflowBuilder(), graph, promising);
    const times = await timesOf(
      {
        plainPeer: start(graph, plain),
        sync: () => sync.execute(plainWorkflow),
        promisingPeer: start(graph, promising),
        async: () => concurrent.execute(promisingWorkflow),
      },
      rounds,
    );
    const pairs = [
      ['LocalRuntime', times.sync, times.plainPeer],
      ['AsyncLocalRuntime', times.async, times.promisingPeer],
    ] as const;
    for (const [runtime, own, peer] of pairs) {
      figures.push({
        what: `${graph.name}, ${runtime}`,
        value: ratioOf(peer, own),
        unit: `times as fast as ${name}`,
        limit: { atLeast },
        detail: `${perNode(own)} a node, ${name} ${perNode(peer)}`,
      });
    }
  }
}
report(
  `Other engines, ${SIZE} no-op function nodes (plain functions on the sync, async ones on the async runtime)`,
  figures,
);
