import { type Type, TypeFlags } from '../compiler/typescript.ts';
import { areColorTwins } from './color-names.ts';
import { areCallableTwins, isBehavioral } from './same-object.ts';
import { has } from './type-graph.ts';
import { allSame, type Walk } from './walk.ts';

/** Two aliases whose names tell their colours apart, of things that act, or that wait for their type parameters. */
export const areAliasTwins = (walk: Walk, sync: Type, async: Type): boolean => {
  const [syncAlias, asyncAlias] = [sync.getAliasSymbol(), async.getAliasSymbol()];
  if (syncAlias === undefined || asyncAlias === undefined) return false;
  if (!areColorTwins(syncAlias.name, asyncAlias.name)) return false;
  // What a condition on a type parameter comes to cannot be looked into: its name is all that there is.
  if (has(sync, TypeFlags.Conditional) && has(async, TypeFlags.Conditional)) return true;
  return isBehavioral(walk, sync) || areCallableTwins(walk, sync, async);
};

/** Whether two types are one alias of the same arguments: then nothing behind it needs to be looked at. */
export const sameAlias = (walk: Walk, sync: Type, async: Type, depth: number): boolean => {
  const alias = sync.getAliasSymbol();
  if (alias === undefined || alias.id !== async.getAliasSymbol()?.id) return false;
  const given = sync.getAliasTypeArguments();
  return given.length > 0 && allSame(walk, given, async.getAliasTypeArguments(), depth);
};
