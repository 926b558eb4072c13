/**
 * One process of off-state.bench.ts: prints, as JSON, what a node costs by graph and runtime, in microseconds. The argument is
 * the address of the package's entry.
 */
import { chain, fan, layered } from './graphs.ts';
import { asyncNoOps, plainNoOps } from './no-op-functions.ts';
import { timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SIZE = 1_000;
const ROUNDS = 200;

const entry = process.argv[2] ?? '';
const { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } = (await import(
  entry
)) as typeof import('../../src/index.ts');
const local = new LocalRuntime();
const concurrent = new AsyncLocalRuntime();

const costs: Record<string, number> = {};
for (const graph of [chain(SIZE), fan(SIZE), layered(SIZE)]) {
  const plain = workflowOf(new WorkflowBuilder(), graph, plainNoOps(SIZE));
  const waiting = workflowOf(new WorkflowBuilder(), graph, asyncNoOps(SIZE));
  const times = await timesOf(
    { sync: () => local.execute(plain), async: () => concurrent.execute(waiting) },
    ROUNDS,
  );
  // The least of the rounds: what else the machine does can only add to it.
  costs[`${graph.name}, LocalRuntime`] = (Math.min(...times.sync) * 1_000) / SIZE;
  costs[`${graph.name}, AsyncLocalRuntime`] = (Math.min(...times.async) * 1_000) / SIZE;
}
console.log(JSON.stringify(costs));
