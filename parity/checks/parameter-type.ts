import { defineCheck } from '../define-check.ts';
import { driftedParameters, signatureDrifts } from '../signature-drifts.ts';

/** A parameter that takes something else on either side. */
export const parameterType = defineCheck({
  id: 'parameter-type',
  find: (comparison, { text }) =>
    signatureDrifts(comparison, (signatures) => {
      // A lost type parameter makes every type that used it differ: that is one drift and not two.
      if (signatures.generics.kind === 'count') return null;
      const parameters = driftedParameters(signatures, ({ sync, async, relation }) =>
        relation.kind === 'differs' ? { sync: text(sync.type), async: text(async.type) } : null,
      );
      return parameters.length === 0 ? null : { side: 'async', facts: { parameters } };
    }),
});
