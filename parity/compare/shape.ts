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
  /** What a callback is given, by name, when that is more than one value. */
  readonly values: readonly ParameterShape[];
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

/** How a parameter can be called; a condition that waits for a type parameter, in either of its ways. */
const callsOf = (graph: TypeGraph, type: Type): readonly SignatureShape[] =>
  graph
    .constituents(type)
    .flatMap((each) => (each.isConditionalType() ? [each.getTrueType(), each.getFalseType()] : [each]))
    .flatMap((each) => (each.isObjectType() && !graph.isTuple(each) ? graph.calls(each) : []));

/** The callback of a parameter, if that reports an outcome: it takes an error first, or is named so. */
const outcomeCallback = (graph: TypeGraph, parameter: ParameterShape): SignatureShape | null => {
  const [call] = callsOf(graph, parameter.type);
  if (call === undefined) return null;
  const [first] = call.parameters;
  const named = CALLBACK.test(parameter.name ?? '');
  // `(...args: any[])` says that there is something, and not what.
  if (first === undefined || first.rest) return named ? call : null;
  return takesError(graph, call) || (named && call.parameters.length === 1) ? call : null;
};

/** The callback that reports the outcome, and its place: the last parameter, or the last but for one that hears of progress. */
const outcomeOf = (
  graph: TypeGraph,
  { parameters }: SignatureShape,
): { readonly call: SignatureShape; readonly place: number } | null => {
  const last = parameters.length - 1;
  const [own, before] = [parameters[last], parameters[last - 1]];
  if (own === undefined || own.rest) return null;
  const call = outcomeCallback(graph, own);
  if (call !== null) return { call, place: last };
  if (before === undefined || !own.optional || callsOf(graph, own.type).length === 0) return null;
  const earlier = outcomeCallback(graph, before);
  return earlier === null ? null : { call: earlier, place: last - 1 };
};

/** Whether JavaScript without types shows a callback, by its name alone: of what it is given nothing is known. */
const isUntypedCallback = (parameter: ParameterShape | undefined): parameter is ParameterShape =>
  parameter !== undefined && CALLBACK.test(parameter.name ?? '') && has(parameter.type, TypeFlags.Any);

/** A signature as it stands. */
export const directShape = (signature: SignatureShape): Shape => ({
  signature,
  parameters: signature.parameters,
  result: signature.result,
  present: signature.result,
  values: [],
  style: 'direct',
});

/**
 * A signature of the async side, without the trailing callback if it reports by one. `widened` takes its type parameters
 * for their constraints, where the sync side has none: a callback passes through what a result does not.
 */
export const asyncShape = (graph: TypeGraph, signature: SignatureShape, widened = false): Shape => {
  const untyped = signature.parameters.at(-1);
  if (isUntypedCallback(untyped) && graph.promised(signature.result) === null) {
    const parameters = trailingOptional(graph, signature.parameters.slice(0, -1));
    const { type } = untyped;
    return { signature, parameters, result: type, present: type, values: [], style: 'callback' };
  }
  const outcome = outcomeOf(graph, signature);
  if (outcome === null || graph.promised(signature.result) !== null) return directShape(signature);
  const { call, place } = outcome;
  // What is returned beside is a handle, such as a child process, if the callback is told of errors.
  const isSilent =
    has(signature.result, TypeFlags.VoidLike | TypeFlags.Any) || signature.result.isTypeParameter();
  if (!isSilent && !takesError(graph, call)) return directShape(signature);
  const [first, second] = call.parameters;
  const given = takesError(graph, call) ? second : first;
  // `(error, ...args: any[])` says that nobody says what is given.
  const value = given?.rest === true ? anything(graph, given, call) : given;
  const own = new Map(
    widened ? signature.typeParameters.map(({ type, constraint }) => [type.id, constraint]) : [],
  );
  return {
    signature,
    parameters: trailingOptional(
      graph,
      signature.parameters
        .toSpliced(place, 1)
        .map((each) => ({ ...each, type: own.get(each.type.id) ?? each.type })),
    ),
    result: value?.type ?? null,
    present: value === undefined ? null : present(graph, value),
    values: call.parameters.slice(takesError(graph, call) ? 1 : 0),
    style: 'callback',
  };
};

/** `(...args: any[])`: what is given might be anything. Behind an error, `(error, ...args: any[])`, it might be nothing. */
const anything = (
  graph: TypeGraph,
  rest: ParameterShape,
  call: SignatureShape,
): ParameterShape | undefined => {
  const [element] = graph.arguments(rest.type);
  return takesError(graph, call) || element === undefined
    ? undefined
    : { ...rest, type: element, rest: false };
};

/** What a callback is given when all went well: the error took the place of a value that may be absent. */
const present = (graph: TypeGraph, value: ParameterShape): Type => {
  if (!value.optional) return value.type;
  return graph.defined(value.type);
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

/** Above this many overloads they are taken as they stand. */
const MANY = 64;

/** Whether a signature can be called like another one without its last parameter. */
const takesShorter = (graph: TypeGraph, short: Shape, long: Shape): boolean =>
  short !== long &&
  long.parameters.slice(0, -1).every(({ type }, index) => {
    const other = short.parameters[index]?.type;
    // Each overload has type parameters of its own: those are the same by name.
    return other !== undefined && (type.id === other.id || graph.text(type) === graph.text(other));
  }) &&
  short.parameters.slice(long.parameters.length - 1).every(({ optional }) => optional);

/** Whether a signature is another one without its last parameter. */
const isShorter = (graph: TypeGraph, short: Shape, long: Shape): boolean =>
  short.parameters.length === long.parameters.length - 1 && takesShorter(graph, short, long);

const withOptional = (long: Shape, short: Shape): Shape => ({
  ...long,
  parameters: long.parameters.map((each, index) => {
    const optional = index === long.parameters.length - 1 || short.parameters[index]?.optional === true;
    return { ...each, optional: each.optional || optional };
  }),
});

/** `(path, options)` beside an overload `(path)` that gives the same is `(path, options?)`: the signatures that can be read so. */
export const widened = (
  graph: TypeGraph,
  shapes: readonly Shape[],
  sameResult: (left: Shape, right: Shape) => boolean,
): ReadonlyMap<Shape, Shape> =>
  new Map(
    shapes.length > MANY
      ? []
      : shapes.flatMap((long) => {
          if (long.parameters.at(-1)?.optional !== false) return [];
          const short = shapes.find((each) => takesShorter(graph, each, long) && sameResult(each, long));
          return short === undefined ? [] : [[long, withOptional(long, short)] as const];
        }),
  );

/**
 * Folds what a trailing callback forces apart: `(path, options, callback)` and `(path, callback)` are `(path, options?)`.
 */
export const foldCallbacks = (
  graph: TypeGraph,
  shapes: readonly Shape[],
  sameResult: (left: Shape, right: Shape) => boolean,
): readonly Shape[] => {
  const ascending = shapes
    .filter(({ style }) => style === 'callback')
    .toSorted((left, right) => left.parameters.length - right.parameters.length);
  const folded = new Map<Shape, Shape>();
  const gone = new Set<Shape>();
  for (const long of ascending) {
    const short = ascending.find(
      (each) => !gone.has(each) && isShorter(graph, each, long) && sameResult(each, long),
    );
    if (short === undefined) continue;
    gone.add(short);
    folded.set(long, withOptional(long, folded.get(short) ?? short));
  }
  return shapes.filter((shape) => !gone.has(shape)).map((shape) => folded.get(shape) ?? shape);
};
