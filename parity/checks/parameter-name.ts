import { sameName } from '../compare/compare-parameters.ts';
import { defineCheck } from '../define-check.ts';
import { driftedParameters, signatureDrifts } from '../signature-drifts.ts';

/** A parameter that is called something else on either side. */
export const parameterName = defineCheck({
  id: 'parameter-name',
  find: (comparison) =>
    signatureDrifts(comparison, (signatures) => {
      const parameters = driftedParameters(signatures, ({ sync, async }) =>
        sameName(sync, async) ? null : { sync: sync.name ?? '', async: async.name ?? '' },
      );
      return parameters.length === 0 ? null : { side: 'async', facts: { parameters } };
    }),
});
