import { type CompilerSymbol, type Type, TypeFlags } from '../compiler/typescript.ts';
import { areColorTwins } from './color-names.ts';
import { areCallableTwins, isBehavioral } from './same-object.ts';
import { has } from './type-graph.ts';
import { allSame, type Walk } from './walk.ts';

/** Where either side takes another number of arguments, they cannot be held against each other. */
const sameArguments = (walk: Walk, syncs: readonly Type[], asyncs: readonly Type[], depth: number): boolean =>
  syncs.length !== asyncs.length || allSame(walk, syncs, asyncs, depth);

/** Two aliases whose names tell their colours apart, of things that act, or that wait for their type parameters. */
export const areAliasTwins = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  const [syncAlias, asyncAlias] = [sync.getAliasSymbol(), async.getAliasSymbol()];
  if (syncAlias === undefined || asyncAlias === undefined) return false;
  if (!areColorTwins(syncAlias.name, asyncAlias.name)) return false;
  // What a condition on a type parameter comes to cannot be looked into: its name is all that there is.
  if (has(sync, TypeFlags.Conditional) && has(async, TypeFlags.Conditional)) return true;
  return (
    (isBehavioral(walk, sync) || areCallableTwins(walk, sync, async)) &&
    sameArguments(walk, sync.getAliasTypeArguments(), async.getAliasTypeArguments(), depth)
  );
};

/** What a type is called: by its alias, or by what it was declared as. */
const calledBy = ({ graph }: Walk, type: Type): readonly [CompilerSymbol | undefined, readonly Type[]] => {
  const alias = type.getAliasSymbol();
  return alias === undefined
    ? [type.isObjectType() ? graph.symbol(type) : undefined, graph.arguments(type)]
    : [alias, type.getAliasTypeArguments()];
};

/** Two sides of a pair, of which one at least is an alias: `type Store = { … }` and `class AsyncStore`. */
export const areDeclaredAliases = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  if (sync.getAliasSymbol() === undefined && async.getAliasSymbol() === undefined) return false;
  const [[left, syncArguments], [right, asyncArguments]] = [calledBy(walk, sync), calledBy(walk, async)];
  if (left === undefined || right === undefined || !walk.twins.declared(left, right)) return false;
  return (
    syncArguments.length !== asyncArguments.length || allSame(walk, syncArguments, asyncArguments, depth)
  );
};

/** Whether two types are one alias of the same arguments: then nothing behind it needs to be looked at. */
export const sameAlias = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  const alias = sync.getAliasSymbol();
  if (alias === undefined || alias.id !== async.getAliasSymbol()?.id) return false;
  const given = sync.getAliasTypeArguments();
  return given.length > 0 && allSame(walk, given, async.getAliasTypeArguments(), depth);
};
