import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** A `this` parameter on one side only, or of another type. */
export const thisParameter = defineCheck({
  id: 'this-parameter',
  find: (comparison, { text }) =>
    signatureDrifts(comparison, ({ sameThis, sync, async }) =>
      sameThis
        ? null
        : {
            side: 'async',
            facts: {
              sync: sync.thisType === null ? null : text(sync.thisType),
              async: async.thisType === null ? null : text(async.thisType),
            },
          },
    ),
});
