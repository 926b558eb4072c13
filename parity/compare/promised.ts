import type { Type } from '../compiler/typescript.ts';
import type { TypeGraph } from './type-graph.ts';

const PROMISES: ReadonlySet<string> = new Set(['Promise', 'PromiseLike']);

/** `Promise<Awaited<T>>` promises, for all that can be told before `T` is known, what `Promise<T>` does. */
const unwrapped = (value: Type): Type =>
  value.isConditionalType() && value.getAliasSymbol()?.name === 'Awaited'
    ? (value.getAliasTypeArguments()[0] ?? value)
    : value;

/** The value that the first handler of a method `then` is called with. */
const settledValue = (graph: TypeGraph, then: Type): Type | null => {
  const onFulfilled = graph.calls(then)[0]?.parameters[0];
  const handlers = onFulfilled === undefined ? [] : graph.constituents(onFulfilled.type);
  const [handler] = handlers.flatMap((each) => (each.isObjectType() ? graph.calls(each) : []));
  return handler?.parameters[0]?.type ?? null;
};

/**
 * What a promise resolves to; `null` for what is no promise. A thing with a method `then` is one too: a child process that
 * can be awaited, a query builder.
 */
export const promisedBy = (graph: TypeGraph, type: Type): Type | null => {
  if (type.isIntersectionType()) {
    const found = graph.constituents(type).map((each) => graph.promised(each));
    return found.find((each) => each !== null) ?? null;
  }
  if (type.isConditionalType()) {
    // Whichever way the condition goes, there is a promise: the first stands for what cannot be told yet.
    const [value, other] = [type.getTrueType(), type.getFalseType()].map((each) =>
      each.isObjectType() ? graph.promised(each) : null,
    );
    return value != null && other != null ? value : null;
  }
  if (!type.isObjectType() || graph.isTuple(type)) return null;
  const name = graph.symbol(type)?.name;
  if (name !== undefined && PROMISES.has(name)) {
    const [value] = graph.arguments(type);
    return value === undefined ? null : unwrapped(value);
  }
  if (!graph.propertyNames(type).includes('then')) return null;
  const then = graph.properties(type).find((property) => property.name === 'then');
  return then === undefined ? null : settledValue(graph, then.type);
};
