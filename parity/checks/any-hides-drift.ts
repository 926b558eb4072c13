import type { MemberComparison, SignatureComparison, SurfaceComparison } from '../compare/comparison.ts';
import { isAny } from '../compare/type-graph.ts';
import type { Type } from '../compiler/typescript.ts';
import { type Drift, defineCheck } from '../define-check.ts';
import { isBlocking } from '../is-blocking.ts';
import type { Side } from '../report-model.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** Whether neither side says what it gives, where the async side should give a promise of it. */
const isAnyOnBoth = (
  comparison: SurfaceComparison,
  signatures: SignatureComparison,
  member: MemberComparison,
): boolean => isAny(signatures.async.result) && isBlocking(comparison, signatures, member);

const placesOf = (signatures: SignatureComparison): readonly string[] => [
  ...signatures.parameters.flatMap(({ relation, sync, async }) =>
    relation.kind === 'any' ? [`the parameter '${sync.name ?? async.name ?? 'options'}'`] : [],
  ),
  ...(signatures.result === 'any' ? ['the result'] : []),
];

/** The side on which `any` stands: the one to give a type. */
const looseSide = (text: (type: Type) => string, sync: Type, async: Type): Side =>
  isAny(sync) || (/\bany\b/.test(text(sync)) && !/\bany\b/.test(text(async))) ? 'sync' : 'async';

/** An `any` on one side where the other gives a type: whatever drifts there, no type shows it. */
export const anyHidesDrift = defineCheck({
  id: 'any-hides-drift',
  find: (comparison, { text }) => {
    const inSignatures = signatureDrifts<'any-hides-drift'>(comparison, (signatures, member) => {
      if (isAnyOnBoth(comparison, signatures, member)) {
        return { side: 'async', facts: { places: ['the result'], sides: 'both' } };
      }
      const places = placesOf(signatures);
      if (places.length === 0) return null;
      const loose = signatures.parameters.find(({ relation }) => relation.kind === 'any');
      const [sync, async] =
        loose === undefined
          ? [signatures.sync.result, signatures.async.result]
          : [loose.sync.type, loose.async.type];
      return { side: looseSide(text, sync, async), facts: { places, sides: 'one' } };
    });
    const inProperties = comparison.members
      .filter(({ value }) => value === 'any')
      .map(
        ({ name, sync, async }): Drift<'any-hides-drift'> => ({
          member: name,
          side: looseSide(text, sync.type, async.type),
          facts: { places: ['the property'], sides: 'one' },
          sync: { member: sync, signature: null },
          async: { member: async, signature: null },
        }),
      );
    return [...inSignatures, ...inProperties];
  },
});
