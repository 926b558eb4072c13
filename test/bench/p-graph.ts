import { createRequire } from 'node:module';
import type { BenchGraph } from './graphs.ts';
import type { NoOp } from './no-op-functions.ts';

// The part of p-graph 2 that is used here, since the base install, which is type-checked, does not have the package.
interface PGraphModule {
  readonly PGraph: new (
    nodes: ReadonlyMap<string, { readonly run: () => unknown }>,
    dependencies: readonly (readonly [string, string])[],
  ) => { readonly run: () => Promise<unknown> };
}

/** A graph for p-graph, ready to be run any number of times. */
export const pGraphOf = ({ sources }: BenchGraph, functions: readonly NoOp[]): (() => Promise<unknown>) => {
  const { PGraph } = createRequire(import.meta.url)('p-graph') as PGraphModule;
  const nodes = new Map(functions.map((run, node) => [`n${node}`, { run: () => run({}) }]));
  const dependencies = sources.flatMap((from, node) =>
    from.map((source) => [`n${source}`, `n${node}`] as const),
  );
  const graph = new PGraph(nodes, dependencies);
  return () => graph.run();
};
