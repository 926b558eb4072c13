import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import type { BenchGraph } from './graphs.ts';
import type { NoOp } from './no-op-functions.ts';

// The part of LangGraph.js 1 that is used here, since the base install, which is type-checked, does not have the package.
interface LangGraphModule {
  readonly START: string;
  readonly Annotation: {
    <T>(channel: { readonly reducer: (left: T, right: T) => T; readonly default: () => T }): unknown;
    readonly Root: (channels: Readonly<Record<string, unknown>>) => unknown;
  };
  readonly StateGraph: new (
    state: unknown,
  ) => {
    readonly addNode: (id: string, run: (state: object) => unknown) => unknown;
    readonly addEdge: (source: string | readonly string[], target: string) => unknown;
    readonly compile: () => {
      readonly invoke: (state: object, options: { readonly recursionLimit: number }) => Promise<unknown>;
    };
  };
}

/** A compiled graph for LangGraph.js, ready to be run any number of times. */
export const langGraphOf = (
  { sources }: BenchGraph,
  functions: readonly NoOp[],
): (() => Promise<unknown>) => {
  const { Annotation, StateGraph, START } = createRequire(import.meta.url)(
    '@langchain/langgraph',
  ) as LangGraphModule;
  const value = Annotation<number>({ reducer: (_, right) => right, default: () => 0 });
  const graph = new StateGraph(Annotation.Root({ value }));
  for (const [node, run] of functions.entries()) graph.addNode(`n${node}`, run);
  for (const [node, from] of sources.entries()) {
    // A list of sources waits for all of them; single edges would run the node once for each.
    if (from.length === 0) graph.addEdge(START, `n${node}`);
    else if (from.length === 1) graph.addEdge(`n${from[0]}`, `n${node}`);
    else
      graph.addEdge(
        from.map((source) => `n${source}`),
        `n${node}`,
      );
  }
  // It puts a listener on one signal for each node of a step, and Node warns of every one from the eleventh on.
  setMaxListeners(0);
  const compiled = graph.compile();
  return () => compiled.invoke({}, { recursionLimit: functions.length + 1 });
};
