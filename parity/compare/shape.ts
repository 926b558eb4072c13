import { type Type, TypeFlags } from '../compiler/typescript.ts';
import type { ParameterShape, SignatureShape } from '../surface/surface.ts';
import type { TypeGraph } from './type-graph.ts';
import { has } from './type-graph.ts';

/** A signature as it is compared: one that reports by a callback has lost it, and gives its value as a promise would. */
export interface Shape {
  readonly signature: SignatureShape;
  readonly parameters: readonly ParameterShape[];
  /** What it gives, or what its callback is given; `null` when that is nothing. */
  readonly result: Type | null;
  /** The same without the `undefined` of a callback that may be given an error instead. */
  readonly present: Type | null;
  readonly style: 'direct' | 'callback';
}

const isError = (graph: TypeGraph, type: Type): boolean =>
  graph.constituents(type).some((each) => {
    const name = each.isObjectType() ? graph.symbol(each)?.name : undefined;
    return name !== undefined && /Error$|Exception$/.test(name);
  });

/** Whether the first thing that a callback is given is an error, by its type or by its name. */
const takesError = (graph: TypeGraph, call: SignatureShape): boolean => {
  const [first] = call.parameters;
  return first !== undefined && (isError(graph, first.type) || /^_?(err|error)$/.test(first.name ?? ''));
};

const CALLBACK = /^(callback|cb|done|next)$/;

/** The callback of a parameter, if that reports an outcome: it takes an error first, or is named so. */
const outcomeCallback = (graph: TypeGraph, parameter: ParameterShape): SignatureShape | null => {
  const [call] = graph
    .constituents(parameter.type)
    .flatMap((type) => (type.isObjectType() && !graph.isTuple(type) ? graph.calls(type) : []));
  if (call === undefined) return null;
  const [first] = call.parameters;
  const named = CALLBACK.test(parameter.name ?? '');
  if (first === undefined) return named ? call : null;
  return takesError(graph, call) || (named && call.parameters.length === 1) ? call : null;
};

/** A signature as it stands. */
export const directShape = (signature: SignatureShape): Shape => ({
  signature,
  parameters: signature.parameters,
  result: signature.result,
  present: signature.result,
  style: 'direct',
});

/** A signature of the async side, without the trailing callback if it reports by one. */
export const asyncShape = (graph: TypeGraph, signature: SignatureShape): Shape => {
  const last = signature.parameters.at(-1);
  const isSilent = has(signature.result, TypeFlags.VoidLike) || signature.result.isTypeParameter();
  const call = last === undefined || !isSilent || last.rest ? null : outcomeCallback(graph, last);
  if (call === null) return directShape(signature);
  const [first, second] = call.parameters;
  const value = takesError(graph, call) ? second : first;
  const own = new Map(signature.typeParameters.map(({ type, constraint }) => [type.id, constraint]));
  return {
    signature,
    parameters: trailingOptional(
      graph,
      signature.parameters
        .slice(0, -1)
        .map((each) => ({ ...each, type: own.get(each.type.id) ?? each.type })),
    ),
    result: value?.type ?? null,
    present: value === undefined ? null : present(graph, value),
    style: 'callback',
  };
};

/** What a callback is given when all went well: the error took the place of a value that may be absent. */
const present = (graph: TypeGraph, value: ParameterShape): Type => {
  if (!value.optional) return value.type;
  const [only, ...others] = graph.constituents(value.type).filter((each) => !has(each, TypeFlags.Undefined));
  return only !== undefined && others.length === 0 ? only : value.type;
};

/** Before a callback nothing can be left out: what may be `undefined` there may be left out of a promise. */
const trailingOptional = (
  graph: TypeGraph,
  parameters: readonly ParameterShape[],
): readonly ParameterShape[] => {
  const required = parameters.findLastIndex(
    ({ type, optional }) =>
      !optional && !graph.constituents(type).some((each) => has(each, TypeFlags.Undefined)),
  );
  return parameters.map((each, index) => (index > required ? { ...each, optional: true } : each));
};

/**
 * Folds what a trailing callback forces apart: `(path, options, callback)` and `(path, callback)` are `(path, options?)`.
 */
export const foldCallbacks = (
  shapes: readonly Shape[],
  sameResult: (left: Shape, right: Shape) => boolean,
): readonly Shape[] => {
  const callbacks = shapes.filter((shape) => shape.style === 'callback');
  const shorter = new Map<Shape, Shape>();
  for (const long of callbacks) {
    const found = callbacks.find(
      (short) =>
        short.parameters.length === long.parameters.length - 1 &&
        ![...shorter.values()].includes(short) &&
        short.parameters.every((parameter, index) => parameter.type.id === long.parameters[index]?.type.id) &&
        sameResult(short, long),
    );
    if (found !== undefined) shorter.set(long, found);
  }
  const folded = new Set(shorter.values());
  return shapes
    .filter((shape) => !folded.has(shape))
    .map((shape) =>
      shorter.has(shape)
        ? {
            ...shape,
            parameters: shape.parameters.map((parameter, index) =>
              index === shape.parameters.length - 1 ? { ...parameter, optional: true } : parameter,
            ),
          }
        : shape,
    );
};
