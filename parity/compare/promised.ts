import type { Type } from '../compiler/typescript.ts';
import type { TypeGraph } from './type-graph.ts';

const PROMISES: ReadonlySet<string> = new Set(['Promise', 'PromiseLike']);

/**
 * What a promise resolves to; `null` for what is no promise. A thing with a method `then` is one too: a child process that
 * can be awaited, a query builder.
 */
export const promised = (graph: TypeGraph, type: Type): Type | null => {
  if (type.isIntersectionType()) {
    return (
      graph
        .constituents(type)
        .map((each) => promised(graph, each))
        .find((each) => each !== null) ?? null
    );
  }
  if (!type.isObjectType()) return null;
  const name = graph.symbol(type)?.name;
  if (name !== undefined && PROMISES.has(name)) return graph.arguments(type)[0] ?? null;
  if (graph.isTuple(type) || graph.calls(type).length > 0) return null;
  const then = graph.properties(type).find((property) => property.name === 'then');
  const onFulfilled = then && graph.calls(then.type)[0]?.parameters[0];
  const handlers = onFulfilled === undefined ? [] : graph.constituents(onFulfilled.type);
  return (
    handlers.flatMap((each) => (each.isObjectType() ? graph.calls(each) : []))[0]?.parameters[0]?.type ?? null
  );
};
