import type { GenericRelation } from '../compare/comparison.ts';
import { defineCheck } from '../define-check.ts';
import { ownGenerics, type SignatureFault, signatureDrifts } from '../signature-drifts.ts';

const reordered = (generics: GenericRelation): SignatureFault<'generic-order'> =>
  generics.kind === 'order' ? { side: 'async', facts: { sync: generics.sync, async: generics.async } } : null;

/** Type parameters that stand in another order on either side, beside which nothing else may have drifted. */
export const genericOrder = defineCheck({
  id: 'generic-order',
  find: (comparison) => [
    ...ownGenerics<'generic-order'>(comparison, reordered),
    ...signatureDrifts<'generic-order'>(comparison, ({ generics }) => reordered(generics)),
  ],
});
