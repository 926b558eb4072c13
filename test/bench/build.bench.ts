/** What it costs to build a workflow and to plan it. */
import { builtPackage } from './built-package.ts';
import { chain, fan, layered } from './graphs.ts';
import { plainNoOps } from './no-op-functions.ts';
import { type Figure, report } from './report.ts';
import { median, timesOf } from './rounds.ts';
import { workflowOf } from './workflow-of.ts';

const SMALL = 1_000;
const LARGE = 10_000;
const { LocalRuntime, WorkflowBuilder } = await builtPackage();
const runtime = new LocalRuntime();

const figures: Figure[] = [];
for (const shape of [chain, fan, layered]) {
  const build = (size: number) => {
    const graph = shape(size);
    const functions = plainNoOps(size);
    return () => runtime.planExecution(workflowOf(new WorkflowBuilder(), graph, functions));
  };
  const times = await timesOf({ small: build(SMALL), large: build(LARGE) }, 15);
  const small = (median(times.small) * 1_000) / SMALL;
  const large = (median(times.large) * 1_000) / LARGE;
  figures.push({
    what: shape.name,
    value: large / small,
    unit: `times as much a node at ${LARGE} as at ${SMALL}`,
    limit: { atMost: 2 },
    detail: `${small.toFixed(1)} µs a node at ${SMALL}, ${large.toFixed(1)} µs at ${LARGE}`,
  });
}
report('Building and planning a workflow of function nodes', figures);
