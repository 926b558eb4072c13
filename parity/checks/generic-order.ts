import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** Type parameters that stand in another order on either side, beside which nothing else may have drifted. */
export const genericOrder = defineCheck({
  id: 'generic-order',
  find: (comparison) =>
    signatureDrifts<'generic-order'>(comparison, ({ generics }) =>
      generics.kind === 'order'
        ? { side: 'async', facts: { sync: generics.sync, async: generics.async } }
        : null,
    ),
});
