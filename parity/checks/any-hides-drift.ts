import type { SignatureComparison } from '../compare/comparison.ts';
import type { Type } from '../compiler/typescript.ts';
import { TypeFlags } from '../compiler/typescript.ts';
import { type Drift, defineCheck } from '../define-check.ts';
import type { Side } from '../report-model.ts';
import { signatureDrifts } from '../signature-drifts.ts';

const placesOf = (signatures: SignatureComparison): readonly string[] => [
  ...signatures.parameters.flatMap(({ relation, sync, async }) =>
    relation.kind === 'any' ? [`the parameter '${sync.name ?? async.name ?? 'options'}'`] : [],
  ),
  ...(signatures.result === 'any' ? ['the result'] : []),
];

const isAny = (type: Type): boolean => (type.flags & TypeFlags.Any) !== 0;

/** The side on which `any` stands: the one to give a type. */
const looseSide = (text: (type: Type) => string, sync: Type, async: Type): Side =>
  isAny(sync) || (/\bany\b/.test(text(sync)) && !/\bany\b/.test(text(async))) ? 'sync' : 'async';

/** An `any` on one side where the other gives a type: whatever drifts there, no type shows it. */
export const anyHidesDrift = defineCheck({
  id: 'any-hides-drift',
  find: (comparison, { text }) => {
    const inSignatures = signatureDrifts<'any-hides-drift'>(comparison, (signatures) => {
      const places = placesOf(signatures);
      if (places.length === 0) return null;
      const loose = signatures.parameters.find(({ relation }) => relation.kind === 'any');
      const [sync, async] =
        loose === undefined
          ? [signatures.sync.result, signatures.async.result]
          : [loose.sync.type, loose.async.type];
      return { side: looseSide(text, sync, async), facts: { places } };
    });
    const inProperties = comparison.members
      .filter(({ value }) => value === 'any')
      .map(
        ({ name, sync, async }): Drift<'any-hides-drift'> => ({
          member: name,
          side: looseSide(text, sync.type, async.type),
          facts: { places: ['the property'] },
          sync: { member: sync, signature: null },
          async: { member: async, signature: null },
        }),
      );
    return [...inSignatures, ...inProperties];
  },
});
