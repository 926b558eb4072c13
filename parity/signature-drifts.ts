import type { CheckFacts, CheckId, DriftedParameter } from './check-facts.ts';
import type {
  MemberComparison,
  ParameterPair,
  SignatureComparison,
  SurfaceComparison,
} from './compare/comparison.ts';
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

/** The parameters of two signatures that fail a test, in the words of a check. */
export const driftedParameters = (
  signatures: SignatureComparison,
  describe: (pair: ParameterPair) => Omit<DriftedParameter, 'name'> | null,
): readonly DriftedParameter[] =>
  signatures.parameters.flatMap((pair, index) => {
    const drifted = describe(pair);
    return drifted === null
      ? []
      : [{ name: pair.sync.name ?? pair.async.name ?? `parameter ${index + 1}`, ...drifted }];
  });
