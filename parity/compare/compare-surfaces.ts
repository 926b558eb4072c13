import {
  type CompilerSymbol,
  SymbolFlags,
  SyntaxKind,
  type Type,
  TypeFlags,
} from '../compiler/typescript.ts';
import { surfaceOf, surfaceOfType } from '../surface/read-surface.ts';
import type { Member, Surface } from '../surface/surface.ts';
import { compareCalls } from './compare-calls.ts';
import { compareResultTypes, isMixed } from './compare-result.ts';
import { type CallContext, compareGenerics } from './compare-shapes.ts';
import type { CallComparison, LoneMember, MemberComparison, SurfaceComparison } from './comparison.ts';
import { isAsynchronous } from './is-asynchronous.ts';
import { type NamedMember, type NamedPair, pairMembers } from './pair-members.ts';
import type { Twins } from './twins.ts';
import { has } from './type-graph.ts';
import { withUnmarkedHalves } from './unmarked-halves.ts';

/** What two surfaces are compared with. */
export interface ComparisonContext extends CallContext {
  readonly twins: Twins;
}

const isPublic = (member: Member): boolean => member.visibility === 'public';

/** Whether a member leads to the other side: `StreamZip.async`, which holds its class, `connection.promise()`. */
const isBridge = ({ kind, type, signatures }: Member, other: Surface): boolean =>
  kind !== 'nested' &&
  (signatures.length === 0
    ? type.getSymbol()?.id === other.symbol.id
    : signatures.every(({ result }) => result.getSymbol()?.id === other.symbol.id));

/**
 * What is no drift where one side alone has it: the other side itself, as `dns.promises` is, or what leads to it, and an
 * interface that only describes data, or what a value of the other side is, which both can use from where it stands.
 */
const isDataOrSide = ({ kind, symbol }: Member, other: Surface): boolean =>
  kind === 'nested' &&
  (symbol.id === other.symbol.id ||
    ((symbol.flags & (SymbolFlags.Value | SymbolFlags.Interface)) === SymbolFlags.Interface &&
      (![...symbol.getMembers().values()].some(({ flags }) => (flags & SymbolFlags.Method) !== 0) ||
        other.members.some(({ type }) => type.getSymbol()?.id === symbol.id))));

const isShared = (member: Member, other: Surface): boolean =>
  isBridge(member, other) || isDataOrSide(member, other);

/**
 * The members that one side alone has. Where names mark only one half of an object, what is unmarked belongs to the pair
 * only if it is asynchronous: `createGzip` is no half of anything, nor are constants.
 */
const loneMembers = (
  own: readonly NamedMember[],
  other: Surface,
  prefix: string,
  belongs: (member: Member) => boolean,
): readonly LoneMember[] =>
  own
    .filter(({ member }) => isPublic(member) && belongs(member) && !isShared(member, other))
    .map(({ name, member }) => ({
      name: `${prefix}${name}`,
      member,
      elsewhere:
        other.members.find(
          (each) => each.name === name && (each.static !== member.static || !isPublic(each)),
        ) ?? null,
    }));

const compareValues = (context: ComparisonContext, sync: Member, async: Member) => {
  // A property that says which colour its object has is meant to differ.
  const isMark = [sync, async].every(({ name, type }) => name === 'async' && type.isBooleanLiteralType());
  if (isMark) return 'promisified';
  if (context.comparer.same(sync.type, async.type))
    return context.comparer.colored() ? 'promisified' : 'same';
  const relation = compareResultTypes(context.graph, context.comparer, sync.type, async.type);
  return relation === 'not-awaitable' ? 'differs' : relation;
};

const sameSetter = ({ comparer }: ComparisonContext, sync: Member, async: Member): boolean => {
  if (sync.setter !== async.setter) return false;
  if (!sync.setter) return true;
  const type = (member: Member): Type => member.setterType ?? member.type;
  return comparer.same(type(sync), type(async));
};

/** Whether two members are read alike: neither is called, or one is a choice among functions. */
const canHoldAlike = ({ graph }: ComparisonContext, sync: Member, async: Member): boolean => {
  const mayCall = ({ type, signatures }: Member): boolean =>
    signatures.length > 0 ||
    (type.isUnionType() &&
      graph.constituents(type).some((each) => each.isObjectType() && graph.calls(each).length > 0));
  return sync.signatures.length > 0 === async.signatures.length > 0 || mayCall(sync) === mayCall(async);
};

/** A function that a property of an interface holds. */
const isStored = ({ declarations }: Member): boolean =>
  declarations.length > 0 && declarations.every(({ kind }) => kind === SyntaxKind.PropertySignature);

/**
 * What a module hands out may hold a function that its user gave: that is a callback, which on the async side may answer
 * either way.
 */
const judged = (
  { graph }: ComparisonContext,
  { sync, async }: NamedPair,
  prefix: string,
  calls: CallComparison,
): CallComparison => {
  if (prefix === '' || !isStored(sync) || !isStored(async)) return calls;
  const signatures = calls.signatures.map((each) =>
    each.result === 'not-awaitable' && isMixed(graph, each.sync.result, each.async.result)
      ? { ...each, result: 'promisified' as const }
      : each,
  );
  return { ...calls, signatures };
};

const compareMember = (context: ComparisonContext, pair: NamedPair, prefix: string): MemberComparison => {
  const { sync, async } = pair;
  const callable = sync.signatures.length > 0 && async.signatures.length > 0;
  // A function, or one of several, in a property: what it takes and gives is part of its type.
  const values = sync.kind !== 'nested' && async.kind !== 'nested' && canHoldAlike(context, sync, async);
  return {
    name: `${prefix}${pair.name}`,
    sync,
    async,
    calls: callable
      ? judged(context, pair, prefix, compareCalls(context, sync.signatures, async.signatures))
      : null,
    value: !callable && values ? compareValues(context, sync, async) : null,
    sameSetter: sameSetter(context, sync, async),
  };
};

/** Classes, interfaces and namespaces that two modules export under one name are pairs of their own. */
const nestedSymbols = ({ sync, async }: NamedPair): readonly [CompilerSymbol, CompilerSymbol] | null =>
  sync.kind === 'nested' && async.kind === 'nested' && sync.symbol.id !== async.symbol.id
    ? [sync.symbol, async.symbol]
    : null;

/** A property that leads to an object with methods: `client.users` is a part of the surface of `client`. */
const isNamespaceType = ({ graph, session }: ComparisonContext, type: Type): boolean => {
  if (!type.isObjectType() || graph.isTuple(type) || session.checker.isArrayLikeType(type)) return false;
  if (graph.promised(type) !== null || graph.calls(type).length > 0) return false;
  return graph.properties(type).some(({ type: held }) => held.isObjectType() && graph.calls(held).length > 0);
};

const nestedTypes = (context: ComparisonContext, pair: NamedPair): readonly [Type, Type] | null => {
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

const isGeneric = ({ kind }: Surface): boolean => kind === 'class' || kind === 'interface';

/** Compares two surfaces and every pair of surfaces nested in them; the outermost comes first. */
export const compareSurfaces = (
  context: ComparisonContext,
  sync: Surface,
  async: Surface,
  prefix = '',
  visited: Set<string> = new Set(),
): readonly SurfaceComparison[] => {
  const { twins, comparer, session, graph } = context;
  visited.add(`${sync.symbol.id}:${async.symbol.id}`);
  const matched = withUnmarkedHalves(context.graph, sync, async, pairMembers(sync, async));
  // What no caller sees on either side is a matter of each: a connection here, a pool of them there.
  const pairing = {
    ...matched,
    pairs: matched.pairs.filter((pair) => isPublic(pair.sync) || isPublic(pair.async)),
  };
  const nested = pairing.pairs.flatMap((pair) => {
    const symbols = nestedSymbols(pair);
    return symbols === null ? [] : [{ pair, symbols }];
  });
  twins.declare(sync.symbol, async.symbol);
  for (const { symbols } of nested) twins.declare(...symbols);
  const generics = sync.typeParameters.flatMap(({ type }, index) => {
    const other = async.typeParameters[index];
    return other === undefined ? [] : [[type, other.type] as const];
  });
  const marked = sync.reference.pattern !== null && sync.reference.pattern !== '*';
  const asyncMarked = async.reference.pattern !== null && async.reference.pattern !== '*';
  return comparer.bound(generics, () => {
    const members = pairing.pairs.map((pair) => compareMember(context, pair, prefix));
    const own: SurfaceComparison = {
      prefix,
      sync,
      async,
      members,
      syncOnly: loneMembers(pairing.syncOnly, async, prefix, () => !asyncMarked),
      asyncOnly: loneMembers(
        pairing.asyncOnly,
        sync,
        prefix,
        (member) => !marked || isAsynchronous(graph, member),
      ),
      constructors: compareCalls(context, sync.constructors, async.constructors),
      generics:
        isGeneric(sync) && isGeneric(async) ? compareGenerics(comparer, sync, async) : { kind: 'same' },
    };
    const deeper = nested
      .filter(({ symbols: [left, right] }) => !visited.has(`${left.id}:${right.id}`))
      .flatMap(({ pair, symbols: [left, right] }) =>
        compareSurfaces(
          context,
          surfaceOf(session, left, { ...sync.reference, pattern: null }),
          surfaceOf(session, right, { ...async.reference, pattern: null }),
          `${prefix}${pair.name}.`,
          visited,
        ),
      );
    const inProperties = pairing.pairs.flatMap((pair) => {
      const types = nestedTypes(context, pair);
      if (types === null) return [];
      const [left, right] = [surfaceOfType(session, types[0], sync), surfaceOfType(session, types[1], async)];
      if (visited.has(`${left.symbol.id}:${right.symbol.id}`)) return [];
      return compareSurfaces(context, left, right, `${prefix}${pair.name}.`, visited);
    });
    const opened = new Set(inProperties.map((each) => each.prefix));
    // What an object in a property drifts is reported on its own members, not on the property once more.
    const settled = members.map((member) =>
      opened.has(`${member.name}.`) ? { ...member, value: 'same' as const } : member,
    );
    return [{ ...own, members: settled }, ...deeper, ...inProperties];
  });
};
