import type { Type } from '../compiler/typescript.ts';
import { ObjectFlags, TypeFlags } from '../compiler/typescript.ts';
import type { SignatureShape } from '../surface/surface.ts';
import { areColorTwins } from './color-names.ts';
import { asyncShape } from './shape.ts';
import type { Twins } from './twins.ts';
import { has, hasObject, type TypeGraph } from './type-graph.ts';

/** How deep two types are followed; what is equal so far down counts as equal. */
const DEPTH = 40;

/** How many pairs of types one question may lead to; beyond, types that have not differed so far count as equal. */
const STEPS = 800;

/** Two types as the compiler holds them, one of each side. */
type TypePair = readonly [sync: Type, async: Type];

/** How the types of one side are compared with those of the other. */
export interface TypeComparer {
  /**
   * Whether two types are identical, or the same thing in two colours: an `Iterable` and an `AsyncIterable`, a callback and
   * a callback that may give a promise. Type parameters are equal as far as they are bound to each other.
   */
  readonly same: (sync: Type, async: Type) => boolean;
  /** The same, except that `any` on one side stands for anything on the other. */
  readonly sameButForAny: (sync: Type, async: Type) => boolean;
  /** Whether the last comparison that succeeded did so only because colour was understood. */
  readonly colored: () => boolean;
  /** Runs `compare` with type parameters bound to each other by their places. */
  readonly bound: <Result>(pairs: readonly TypePair[], compare: () => Result) => Result;
}

const isVoid = (type: Type): boolean => has(type, TypeFlags.VoidLike);

const IDENTITY_ONLY = TypeFlags.Intrinsic & ~TypeFlags.VoidLike;

/** The names of an interface that only its class may use. */
const isHidden = (name: string): boolean => name.startsWith('__#') || name.includes('@#');

/** Opens a comparer over the types of a session. */
export const openTypeComparer = (graph: TypeGraph, twins: Twins): TypeComparer => {
  const bindings = new Map<number, number>();
  const known = new Map<string, boolean>();
  let assumed = new Set<string>();
  let refuted = new Set<string>();
  let colored = false;
  let steps = 0;
  let anyIsWild = false;

  const all = (syncs: readonly Type[], asyncs: readonly Type[], depth: number): boolean =>
    syncs.length === asyncs.length && syncs.every((type, index) => same(type, asyncs[index] ?? type, depth));

  /** The text of a type that is not followed further, with the bound type parameters under one name. */
  const neutralText = (type: Type, names: ReadonlyMap<string, string>): string =>
    graph.text(type).replace(/[A-Za-z_$][\w$]*/g, (name) => names.get(name) ?? name);

  let boundNames: readonly (readonly [string, string])[] = [];

  const sameText = (sync: Type, async: Type): boolean => {
    const syncNames = new Map(boundNames.map(([name], index) => [name, `$${index}`]));
    const asyncNames = new Map(boundNames.map(([, name], index) => [name, `$${index}`]));
    return neutralText(sync, syncNames) === neutralText(async, asyncNames);
  };

  /** A callback of the async side may answer as the sync one does, by a promise, or either way. */
  const sameAnswer = (sync: Type, async: Type, depth: number): boolean => {
    if (same(sync, async, depth)) return true;
    const value = graph.promised(async);
    if (value === null || !same(sync, value, depth)) return false;
    colored = true;
    return true;
  };

  const sameSignature = (sync: SignatureShape, async: SignatureShape, depth: number): boolean =>
    sameCall(sync, async, depth) || sameByCallback(sync, async, depth);

  /** A callback of the async side may itself report by a callback: `(file) => boolean` and `(file, done) => void`. */
  const sameByCallback = (sync: SignatureShape, async: SignatureShape, depth: number): boolean => {
    if (async.parameters.length !== sync.parameters.length + 1) return false;
    const shape = asyncShape(graph, async);
    const result = shape.present;
    if (shape.style !== 'callback') return false;
    const given = sync.parameters.every((parameter, index) => {
      const other = shape.parameters[index];
      return other !== undefined && same(parameter.type, other.type, depth);
    });
    const matches = given && (result === null ? isVoid(sync.result) : same(sync.result, result, depth));
    if (matches) colored = true;
    return matches;
  };

  const sameCall = (sync: SignatureShape, async: SignatureShape, depth: number): boolean =>
    sync.typeParameters.length === async.typeParameters.length &&
    sync.parameters.length === async.parameters.length &&
    bound(
      sync.typeParameters.map(
        ({ type }, index): TypePair => [type, async.typeParameters[index]?.type ?? type],
      ),
      () =>
        sync.parameters.every((parameter, index) => {
          const other = async.parameters[index];
          return (
            other !== undefined &&
            parameter.optional === other.optional &&
            parameter.rest === other.rest &&
            same(parameter.type, other.type, depth)
          );
        }) && sameAnswer(sync.result, async.result, depth),
    );

  const sameSignatures = (
    syncs: readonly SignatureShape[],
    asyncs: readonly SignatureShape[],
    depth: number,
  ): boolean =>
    syncs.length === asyncs.length &&
    syncs.every((signature, index) => sameSignature(signature, asyncs[index] ?? signature, depth));

  const sameStructure = (sync: Type, async: Type, depth: number): boolean => {
    const visible = (type: Type): readonly string[] =>
      graph.propertyNames(type).filter((name) => !isHidden(name));
    const asyncNames = new Set(visible(async));
    const syncNames = visible(sync);
    if (syncNames.length !== asyncNames.size || !syncNames.every((name) => asyncNames.has(name)))
      return false;
    const syncs = graph.properties(sync).filter(({ name }) => !isHidden(name));
    const asyncs = graph.properties(async);
    const others = new Map(asyncs.map((property) => [property.name, property]));
    const sameProperties = syncs.every((property) => {
      const other = others.get(property.name);
      return (
        other !== undefined && property.optional === other.optional && same(property.type, other.type, depth)
      );
    });
    if (!sameProperties) return false;
    const syncIndexes = graph.indexes(sync);
    const asyncIndexes = graph.indexes(async);
    return (
      sameSignatures(graph.calls(sync), graph.calls(async), depth) &&
      sameSignatures(graph.constructors(sync), graph.constructors(async), depth) &&
      all(
        syncIndexes.flatMap(({ key, value }) => [key, value]),
        asyncIndexes.flatMap(({ key, value }) => [key, value]),
        depth,
      )
    );
  };

  /** Things that act, and not only hold data, are known by their name: their own drift is reported on them. */
  const isBehavioral = (type: Type): boolean =>
    graph.properties(type).some(({ type: held }) => held.isObjectType() && graph.calls(held).length > 0);

  /** A type that has its colour as an argument, `Options<'sync'>` and `Options<'async'>`, is one thing in two colours. */
  const sameArgument = (sync: Type, async: Type, depth: number): boolean => {
    const isColor = sync.isStringLiteralType() && async.isStringLiteralType();
    if (isColor && sync.value === 'sync' && async.value === 'async') {
      colored = true;
      return true;
    }
    return same(sync, async, depth);
  };

  const sameObject = (sync: Type, async: Type, depth: number): boolean => {
    if (graph.isTuple(sync) !== graph.isTuple(async)) return false;
    const syncArguments = graph.arguments(sync);
    const asyncArguments = graph.arguments(async);
    if (sync.isTypeReference() && async.isTypeReference() && sync.getTarget() === async.getTarget()) {
      return (
        syncArguments.length === asyncArguments.length &&
        syncArguments.every((type, index) => sameArgument(type, asyncArguments[index] ?? type, depth))
      );
    }
    if (graph.isTuple(sync)) {
      const flags = (type: Type): string =>
        type.isTupleType() ? `${type.elementFlags}:${type.readonly}` : '';
      const [syncTuple, asyncTuple] = [sync, async].map((type) =>
        type.isTypeReference() ? flags(type.getTarget()) : '',
      );
      return syncTuple === asyncTuple && all(syncArguments, asyncArguments, depth);
    }
    const syncSymbol = graph.symbol(sync);
    const asyncSymbol = graph.symbol(async);
    if (syncSymbol !== undefined && asyncSymbol !== undefined) {
      const isTwin =
        twins.declared(syncSymbol, asyncSymbol) ||
        (syncSymbol !== asyncSymbol && twins.byName(syncSymbol, asyncSymbol) && isBehavioral(sync));
      if (isTwin) {
        colored = true;
        return syncArguments.length !== asyncArguments.length || all(syncArguments, asyncArguments, depth);
      }
    }
    if (hasObject(sync, ObjectFlags.Mapped) && hasObject(async, ObjectFlags.Mapped)) {
      if (graph.properties(sync).length === 0) return sameText(sync, async);
    }
    return sameStructure(sync, async, depth);
  };

  /** Whether a constituent that only the async side has is another colour of what the sync side has. */
  const isOtherColor = (syncs: readonly Type[], type: Type, depth: number): boolean => {
    const value = graph.promised(type);
    const sameAsAll = (): boolean =>
      value !== null && sameConstituents(syncs, graph.constituents(value), depth);
    const found = syncs.some((sync) => same(sync, value ?? type, depth)) || sameAsAll();
    if (found) colored = true;
    return found;
  };

  const sameConstituents = (syncs: readonly Type[], asyncs: readonly Type[], depth: number): boolean => {
    const ids = new Set(syncs.map((type) => type.id));
    const shared = new Set(asyncs.filter((type) => ids.has(type.id)).map((type) => type.id));
    const left = new Set(asyncs.filter((type) => !shared.has(type.id)));
    for (const sync of syncs) {
      if (shared.has(sync.id)) continue;
      const match = [...left].find((async) => same(sync, async, depth));
      if (match === undefined) return false;
      left.delete(match);
    }
    return [...left].every((type) => isOtherColor(syncs, type, depth));
  };

  const sameDeferred = (sync: Type, async: Type, depth: number): boolean => {
    if (sync.isIndexType() && async.isIndexType()) return same(sync.getTarget(), async.getTarget(), depth);
    if (sync.isIndexedAccessType() && async.isIndexedAccessType()) {
      return (
        same(sync.getObjectType(), async.getObjectType(), depth) &&
        same(sync.getIndexType(), async.getIndexType(), depth)
      );
    }
    if (sync.isConditionalType() && async.isConditionalType()) {
      return (
        same(sync.getCheckType(), async.getCheckType(), depth) &&
        same(sync.getExtendsType(), async.getExtendsType(), depth) &&
        same(sync.getTrueType(), async.getTrueType(), depth) &&
        same(sync.getFalseType(), async.getFalseType(), depth)
      );
    }
    if (sync.isTemplateLiteralType() && async.isTemplateLiteralType()) {
      return (
        sync.texts.join('\0') === async.texts.join('\0') && all(sync.getTypes(), async.getTypes(), depth)
      );
    }
    if (sync.isStringMappingType() && async.isStringMappingType()) {
      return graph.symbol(sync) === graph.symbol(async) && same(sync.getTarget(), async.getTarget(), depth);
    }
    if (sync.isSubstitutionType() && async.isSubstitutionType()) {
      return same(sync.getBaseType(), async.getBaseType(), depth);
    }
    return sameText(sync, async);
  };

  /** Two aliases whose names tell their colours apart, of things that act. */
  const areAliasTwins = (sync: Type, async: Type): boolean => {
    const [syncAlias, asyncAlias] = [sync.getAliasSymbol(), async.getAliasSymbol()];
    if (syncAlias === undefined || asyncAlias === undefined) return false;
    if (!areColorTwins(syncAlias.name, asyncAlias.name)) return false;
    return isBehavioral(sync) || (graph.calls(sync).length > 0 && graph.calls(async).length > 0);
  };

  const follow = (sync: Type, async: Type, depth: number): boolean => {
    if (areAliasTwins(sync, async)) {
      colored = true;
      return true;
    }
    if (sync.isTypeParameter() && async.isTypeParameter()) {
      return bindings.get(sync.id) === async.id || (sync.isThisType === true && async.isThisType === true);
    }
    if (sync.isUnionType() || async.isUnionType()) {
      return sameConstituents(graph.constituents(sync), graph.constituents(async), depth);
    }
    if (sync.isIntersectionType() && async.isIntersectionType()) {
      const [syncs, asyncs] = [graph.constituents(sync), graph.constituents(async)];
      return sameConstituents(syncs, asyncs, depth) || sameStructure(sync, async, depth);
    }
    if (sync.isLiteralType() && async.isLiteralType()) {
      return (
        sync.value === async.value && (sync.flags & TypeFlags.Literal) === (async.flags & TypeFlags.Literal)
      );
    }
    const syncIsObject = sync.isObjectType() || sync.isIntersectionType();
    const asyncIsObject = async.isObjectType() || async.isIntersectionType();
    if (syncIsObject && asyncIsObject) {
      // `{ a } & { b }` and `{ a; b }` are one type in two spellings.
      return sync.isObjectType() && async.isObjectType()
        ? sameObject(sync, async, depth)
        : sameStructure(sync, async, depth);
    }
    if (has(sync, TypeFlags.Instantiable) && has(async, TypeFlags.Instantiable)) {
      return sameDeferred(sync, async, depth);
    }
    return false;
  };

  const same = (sync: Type, async: Type, depth = 0): boolean => {
    if (sync.id === async.id || (isVoid(sync) && isVoid(async))) return true;
    if (has(sync, TypeFlags.Any) || has(async, TypeFlags.Any)) {
      return anyIsWild || (has(sync, TypeFlags.Any) && has(async, TypeFlags.Any));
    }
    if (has(sync, IDENTITY_ONLY) && has(async, IDENTITY_ONLY)) return false;
    if (depth > DEPTH) return true;
    const key = `${sync.id}:${async.id}`;
    // A verdict on types with `any` as a type like any other says nothing where it stands for anything.
    const settled = anyIsWild ? undefined : known.get(key);
    if (settled !== undefined) return settled;
    // A type that leads back to itself is equal if nothing else in it differs.
    if (assumed.has(key)) return true;
    if (refuted.has(key)) return false;
    steps += 1;
    if (steps > STEPS) return true;
    assumed.add(key);
    const result = follow(sync, async, depth + 1);
    if (!result) {
      assumed.delete(key);
      refuted.add(key);
    }
    return result;
  };

  const bound = <Result>(pairs: readonly TypePair[], compare: () => Result): Result => {
    const names = boundNames;
    // A constructor has the type parameters of its class, which may be bound already.
    const before = pairs.map(([sync]) => [sync.id, bindings.get(sync.id)] as const);
    for (const [sync, async] of pairs) bindings.set(sync.id, async.id);
    boundNames = [
      ...names,
      ...pairs.map(
        ([sync, async]) => [graph.symbol(sync)?.name ?? '', graph.symbol(async)?.name ?? ''] as const,
      ),
    ];
    try {
      return compare();
    } finally {
      for (const [id, partner] of before)
        partner === undefined ? bindings.delete(id) : bindings.set(id, partner);
      boundNames = names;
    }
  };

  const ask = (sync: Type, async: Type, wild: boolean): boolean => {
    colored = false;
    anyIsWild = wild;
    assumed = new Set();
    refuted = new Set();
    steps = 0;
    const result = same(sync, async);
    // What holds under bindings, or with `any` for anything, need not hold elsewhere.
    if (!wild && bindings.size === 0 && !colored) known.set(`${sync.id}:${async.id}`, result);
    return result;
  };

  return {
    same: (sync, async) => ask(sync, async, false),
    sameButForAny: (sync, async) => ask(sync, async, true),
    colored: () => colored,
    bound,
  };
};
