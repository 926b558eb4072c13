import { type Type, TypeFlags } from '../compiler/typescript.ts';
import { areAliasTwins, areDeclaredAliases, sameAlias } from './same-alias.ts';
import { sameConstituents } from './same-constituents.ts';
import { sameDeferred } from './same-deferred.ts';
import { sameObject, sameStructure } from './same-object.ts';
import type { Twins } from './twins.ts';
import { has, type TypeGraph } from './type-graph.ts';
import type { TypePair, Walk } from './walk.ts';

/** How deep two types are followed; what is equal so far down counts as equal. */
const DEPTH = 40;

/** How many pairs of types one question may lead to; beyond, types that have not differed so far count as equal. */
const STEPS = 800;

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

/** Opens a comparer over the types of a session. */
export const openTypeComparer = (graph: TypeGraph, twins: Twins): TypeComparer => {
  const bindings = new Map<number, number>();
  let inferred = new Map<number, number>();
  const known = new Map<string, boolean>();
  let assumed = new Set<string>();
  let refuted = new Set<string>();
  let colored = false;
  let steps = 0;
  let anyIsWild = false;

  /** The text of a type that is not followed further, with the bound type parameters under one name. */
  const neutralText = (type: Type, names: ReadonlyMap<string, string>): string =>
    graph.text(type).replace(/[A-Za-z_$][\w$]*/g, (name) => names.get(name) ?? name);

  let boundNames: readonly (readonly [string, string])[] = [];

  const sameText = (sync: Type, async: Type): boolean => {
    const syncNames = new Map(boundNames.map(([name], index) => [name, `$${index}`]));
    const asyncNames = new Map(boundNames.map(([, name], index) => [name, `$${index}`]));
    return neutralText(sync, syncNames) === neutralText(async, asyncNames);
  };

  /** Texts that tell the two sides apart: their colours, or the names of the sides themselves. */
  const sameMark = (sync: Type, async: Type): boolean => {
    if (!sync.isStringLiteralType() || !async.isStringLiteralType()) return false;
    return twins.areMarks(sync.value, async.value) && walk.colored();
  };

  /** What two conditions infer is bound where it is met first, which is where it is inferred from. */
  const sameInferred = (sync: Type, async: Type): boolean => {
    if (!graph.isInferred(sync) || !graph.isInferred(async)) return false;
    const partner = inferred.get(sync.id);
    if (partner !== undefined) return partner === async.id;
    if ([...inferred.values()].includes(async.id)) return false;
    inferred.set(sync.id, async.id);
    return true;
  };

  const follow = (sync: Type, async: Type, depth: number): boolean => {
    if (areAliasTwins(walk, sync, async, depth) || areDeclaredAliases(walk, sync, async, depth)) {
      return walk.colored();
    }
    if (sameAlias(walk, sync, async, depth)) return true;
    if (sync.isTypeParameter() && async.isTypeParameter()) {
      return (
        bindings.get(sync.id) === async.id ||
        (sync.isThisType === true && async.isThisType === true) ||
        sameInferred(sync, async)
      );
    }
    if (sync.isUnionType() || async.isUnionType()) {
      return sameConstituents(walk, graph.constituents(sync), graph.constituents(async), depth);
    }
    if (sync.isIntersectionType() && async.isIntersectionType()) {
      const [syncs, asyncs] = [graph.constituents(sync), graph.constituents(async)];
      return sameConstituents(walk, syncs, asyncs, depth) || sameStructure(walk, sync, async, depth);
    }
    if (sync.isLiteralType() && async.isLiteralType()) {
      const alike = (sync.flags & TypeFlags.Literal) === (async.flags & TypeFlags.Literal);
      return alike && (sync.value === async.value || sameMark(sync, async));
    }
    const syncIsObject = sync.isObjectType() || sync.isIntersectionType();
    const asyncIsObject = async.isObjectType() || async.isIntersectionType();
    if (syncIsObject && asyncIsObject) {
      // `{ a } & { b }` and `{ a; b }` are one type in two spellings.
      return sync.isObjectType() && async.isObjectType()
        ? sameObject(walk, sync, async, depth)
        : sameStructure(walk, sync, async, depth);
    }
    if (has(sync, TypeFlags.Instantiable) && has(async, TypeFlags.Instantiable)) {
      return sameDeferred(walk, sync, async, depth);
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
    inferred = new Map();
    assumed = new Set();
    refuted = new Set();
    steps = 0;
    const result = same(sync, async);
    // What holds under bindings, or with `any` for anything, need not hold elsewhere.
    if (!wild && bindings.size === 0 && !colored) known.set(`${sync.id}:${async.id}`, result);
    return result;
  };

  const walk: Walk = {
    graph,
    twins,
    same,
    sameText,
    colored: () => {
      colored = true;
      return true;
    },
    bound,
  };

  return {
    same: (sync, async) => ask(sync, async, false),
    sameButForAny: (sync, async) => ask(sync, async, true),
    colored: () => colored,
    bound,
  };
};
