import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** A type parameter that one side alone has. */
export const lostGeneric = defineCheck({
  id: 'lost-generic',
  find: (comparison) =>
    signatureDrifts(comparison, ({ generics }) =>
      generics.kind === 'count'
        ? {
            side: generics.sync > generics.async ? 'async' : 'sync',
            facts: { sync: generics.sync, async: generics.async },
          }
        : null,
    ),
});
