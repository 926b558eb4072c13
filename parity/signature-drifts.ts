import type { CheckFacts, CheckId, DriftedParameter } from './check-facts.ts';
import type {
  GenericRelation,
  MemberComparison,
  ParameterPair,
  SignatureComparison,
  SurfaceComparison,
} from './compare/comparison.ts';
import type { Type } from './compiler/typescript.ts';
import type { Drift } from './define-check.ts';
import type { Side } from './report-model.ts';

/** What is wrong with one signature: the side that has to change, and the facts. */
export type SignatureFault<Id extends CheckId> = {
  readonly side: Side;
  readonly facts: CheckFacts[Id];
} | null;

/** The drifts of a kind in the signatures of all methods: at most one a member and side, as overloads share their faults. */
export const signatureDrifts = <Id extends CheckId>(
  comparison: SurfaceComparison,
  judge: (signatures: SignatureComparison, member: MemberComparison) => SignatureFault<Id>,
): readonly Drift<Id>[] =>
  comparison.members.flatMap((member) => {
    const found = new Map<Side, Drift<Id>>();
    for (const signatures of member.calls?.signatures ?? []) {
      const fault = judge(signatures, member);
      if (fault === null || found.has(fault.side)) continue;
      found.set(fault.side, {
        member: member.name,
        side: fault.side,
        facts: fault.facts,
        sync: { member: member.sync, signature: signatures.sync },
        async: { member: member.async, signature: signatures.async },
      });
    }
    return [...found.values()];
  });

/**
 * Whether a drift of two types follows from a lost type parameter, which makes every type that used it differ: that is one
 * drift and not two.
 */
export const followsFromGenerics = (
  { generics, sync, async }: SignatureComparison,
  types: readonly (Type | null)[],
  text: (type: Type) => string,
): boolean => {
  if (generics.kind !== 'count') return false;
  const names = [...sync.typeParameters, ...async.typeParameters].map(({ name }) => name);
  const words = types.flatMap((type) => (type === null ? [] : (text(type).match(/[\w$]+/g) ?? [])));
  return words.some((word) => names.includes(word));
};

/** The drift of the type parameters that two classes or interfaces have of their own. */
export const ownGenerics = <Id extends CheckId>(
  { generics, prefix, async }: SurfaceComparison,
  judge: (generics: GenericRelation) => SignatureFault<Id>,
): readonly Drift<Id>[] => {
  const fault = judge(generics);
  // `API.Store.` stands before the members of an interface that is nested.
  const member = prefix === '' ? async.name : prefix.slice(0, -1);
  return fault === null ? [] : [{ member, side: fault.side, facts: fault.facts, sync: null, async: null }];
};

/** The parameters of two signatures that fail a test, in the words of a check. */
export const driftedParameters = <Words extends Omit<DriftedParameter, 'name'>>(
  signatures: SignatureComparison,
  describe: (pair: ParameterPair) => Words | null,
): readonly (Words & Pick<DriftedParameter, 'name'>)[] =>
  signatures.parameters.flatMap((pair, index) => {
    const drifted = describe(pair);
    return drifted === null
      ? []
      : [{ ...drifted, name: pair.sync.name ?? pair.async.name ?? `parameter ${index + 1}` }];
  });
