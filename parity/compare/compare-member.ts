import { SyntaxKind, type Type } from '../compiler/typescript.ts';
import type { Member } from '../surface/surface.ts';
import { isColorMark } from './color-mark.ts';
import { compareCalls } from './compare-calls.ts';
import { compareResultTypes, isMixed } from './compare-result.ts';
import type { CallContext } from './compare-shapes.ts';
import type { CallComparison, MemberComparison } from './comparison.ts';
import type { NamedPair } from './pair-members.ts';

const compareValues = (context: CallContext, sync: Member, async: Member) => {
  // A property that says which colour its object has is meant to differ.
  if (isColorMark(sync) && isColorMark(async)) return 'promisified';
  if (context.comparer.same(sync.type, async.type))
    return context.comparer.colored() ? 'promisified' : 'same';
  const relation = compareResultTypes(context.graph, context.comparer, sync.type, async.type);
  return relation === 'not-awaitable' ? 'differs' : relation;
};

const sameSetter = ({ comparer }: CallContext, sync: Member, async: Member): boolean => {
  if (sync.setter !== async.setter) return false;
  if (!sync.setter) return true;
  const type = (member: Member): Type => member.setterType ?? member.type;
  return comparer.same(type(sync), type(async));
};

/** Whether two members are read alike: neither is called, or one is a choice among functions. */
const canHoldAlike = ({ graph }: CallContext, sync: Member, async: Member): boolean => {
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
  { graph }: CallContext,
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

/** Compares two members of one name; `prefix` is that of the nested surface that they stand in. */
export const compareMember = (context: CallContext, pair: NamedPair, prefix: string): MemberComparison => {
  const { sync, async } = pair;
  const callable = sync.signatures.length > 0 && async.signatures.length > 0;
  // A function, or one of several, in a property: what it takes and gives is part of its type.
  const nested = [sync, async].filter(({ kind }) => kind === 'nested').length;
  // A property may hold the very namespace that the other side has as a member: `doc: typeof doc`.
  const isHeld = nested === 1 && sync.type.id === async.type.id;
  const values = (nested === 0 || isHeld) && canHoldAlike(context, sync, async);
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
