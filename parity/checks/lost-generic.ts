import type { GenericRelation } from '../compare/comparison.ts';
import { defineCheck } from '../define-check.ts';
import { ownGenerics, type SignatureFault, signatureDrifts } from '../signature-drifts.ts';

const lost = (generics: GenericRelation): SignatureFault<'lost-generic'> =>
  generics.kind === 'count'
    ? {
        side: generics.sync > generics.async ? 'async' : 'sync',
        facts: { sync: generics.sync, async: generics.async },
      }
    : null;

/** A type parameter that one side alone has. */
export const lostGeneric = defineCheck({
  id: 'lost-generic',
  find: (comparison) => [
    ...ownGenerics<'lost-generic'>(comparison, lost),
    ...signatureDrifts<'lost-generic'>(comparison, ({ generics }) => lost(generics)),
  ],
});
