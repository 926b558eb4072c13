import { defineCheck } from '../define-check.ts';
import { driftedParameters, followsFromGenerics, signatureDrifts } from '../signature-drifts.ts';

/** A parameter that takes something else on either side. */
export const parameterType = defineCheck({
  id: 'parameter-type',
  find: (comparison, { text, difference }) =>
    signatureDrifts(comparison, (signatures) => {
      const parameters = driftedParameters(signatures, ({ sync, async, relation }) =>
        relation.kind === 'differs' && !followsFromGenerics(signatures, [sync.type, async.type], text)
          ? {
              sync: text(sync.type),
              async: text(async.type),
              within: difference(comparison, signatures, sync.type, async.type),
            }
          : null,
      );
      return parameters.length === 0 ? null : { side: 'async', facts: { parameters } };
    }),
});
