import { type CompilerSymbol, SymbolFlags, type Type, TypeFlags } from '../compiler/typescript.ts';
import { isPublic } from '../surface/surface.ts';
import type { ComparisonContext } from './comparison-context.ts';
import type { NamedPair } from './pair-members.ts';
import { has } from './type-graph.ts';

/** Classes, interfaces and namespaces that two modules export under one name are pairs of their own. */
export const nestedSymbols = ({
  sync,
  async,
}: NamedPair): readonly [CompilerSymbol, CompilerSymbol] | null =>
  sync.kind === 'nested' && async.kind === 'nested' && sync.symbol.id !== async.symbol.id
    ? [sync.symbol, async.symbol]
    : null;

/** A property that leads to an object with methods: `client.users` is a part of the surface of `client`. */
const isNamespaceType = ({ graph, session }: ComparisonContext, type: Type): boolean => {
  if (!type.isObjectType() || graph.isTuple(type) || session.checker.isArrayLikeType(type)) return false;
  if (graph.promised(type) !== null || graph.calls(type).length > 0) return false;
  return graph.properties(type).some(({ type: held }) => held.isObjectType() && graph.calls(held).length > 0);
};

/** Two properties that lead to objects of which each is a surface of its own; `null` for any others. */
export const nestedTypes = (context: ComparisonContext, pair: NamedPair): readonly [Type, Type] | null => {
  const { sync, async } = pair;
  const plain = sync.kind !== 'nested' && async.kind !== 'nested' && sync.signatures.length === 0;
  if (!plain || !isPublic(sync) || !isPublic(async) || sync.type.id === async.type.id) return null;
  if (has(sync.type, TypeFlags.Any) || has(async.type, TypeFlags.Any)) return null;
  const [left, right] = [sync.type, async.type];
  if (!isNamespaceType(context, left) || !isNamespaceType(context, right)) return null;
  const symbols = [context.graph.symbol(left), context.graph.symbol(right)] as const;
  const [leftSymbol, rightSymbol] = symbols;
  if (leftSymbol === undefined || rightSymbol === undefined || leftSymbol.id === rightSymbol.id) return null;
  const NAMED = SymbolFlags.Class | SymbolFlags.Interface;
  const anonymous = (leftSymbol.flags & NAMED) === 0 && (rightSymbol.flags & NAMED) === 0;
  return anonymous || context.twins.byName(leftSymbol, rightSymbol) ? [left, right] : null;
};
