import { type Type, TypeFlags } from '../compiler/typescript.ts';
import type { ParameterShape, SignatureShape } from '../surface/surface.ts';
import { asyncShape } from './shape.ts';
import { has } from './type-graph.ts';
import type { TypePair, Walk } from './walk.ts';

/** A callback of the async side may answer as the sync one does, by a promise, or either way. */
const sameAnswer = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  if (walk.same(sync, async, depth)) return true;
  const value = walk.graph.promised(async);
  if (value === null || !walk.same(sync, value, depth)) return false;
  return walk.colored();
};

/** What a callback of the async side is called with besides, to hear that its answer is no longer wanted. */
const isSignal = (walk: Walk, parameter: ParameterShape | undefined): boolean =>
  parameter !== undefined &&
  walk.graph
    .constituents(parameter.type)
    .some((type) => type.isObjectType() && walk.graph.symbol(type)?.name === 'AbortSignal');

/** Whether two callbacks are called with the same number of things; a callback of the sync side fits the other either way. */
const sameCount = (walk: Walk, { parameters: sync }: SignatureShape, { parameters: async }: SignatureShape) =>
  sync.length === async.length ||
  (async.length === sync.length + 1 && isSignal(walk, async.at(-1)) && walk.colored());

const sameCall = (walk: Walk, sync: SignatureShape, async: SignatureShape, depth: number): boolean =>
  sync.typeParameters.length === async.typeParameters.length &&
  sameCount(walk, sync, async) &&
  walk.bound(
    sync.typeParameters.map(({ type }, index): TypePair => [type, async.typeParameters[index]?.type ?? type]),
    () =>
      sync.parameters.every((parameter, index) => {
        const other = async.parameters[index];
        return (
          other !== undefined &&
          parameter.optional === other.optional &&
          parameter.rest === other.rest &&
          walk.same(parameter.type, other.type, depth)
        );
      }) && sameAnswer(walk, sync.result, async.result, depth),
  );

/** A callback of the async side may itself report by a callback: `(file) => boolean` and `(file, done) => void`. */
const sameByCallback = (walk: Walk, sync: SignatureShape, async: SignatureShape, depth: number): boolean => {
  if (async.parameters.length !== sync.parameters.length + 1) return false;
  const shape = asyncShape(walk.graph, async);
  const { result, present } = shape;
  if (shape.style !== 'callback') return false;
  const given = sync.parameters.every((parameter, index) => {
    const other = shape.parameters[index];
    return other !== undefined && walk.same(parameter.type, other.type, depth);
  });
  const matches =
    given &&
    (result === null || present === null
      ? has(sync.result, TypeFlags.VoidLike)
      : walk.same(sync.result, present, depth) || walk.same(sync.result, result, depth));
  if (matches) walk.colored();
  return matches;
};

/** Whether two signatures are called alike and answer alike. */
const sameSignature = (walk: Walk, sync: SignatureShape, async: SignatureShape, depth: number): boolean =>
  sameCall(walk, sync, async, depth) || sameByCallback(walk, sync, async, depth);

/** Whether two lists of signatures are the same, place by place. */
export const sameSignatures = (
  walk: Walk,
  syncs: readonly SignatureShape[],
  asyncs: readonly SignatureShape[],
  depth: number,
): boolean =>
  syncs.length === asyncs.length &&
  syncs.every((signature, index) => sameSignature(walk, signature, asyncs[index] ?? signature, depth));
