import { defineCheck } from '../define-check.ts';
import { driftedParameters, signatureDrifts } from '../signature-drifts.ts';

const word = (optional: boolean): string => (optional ? 'optional' : 'required');

/** A parameter that may be left out on one side only. */
export const parameterOptionality = defineCheck({
  id: 'parameter-optionality',
  find: (comparison) =>
    signatureDrifts(comparison, (signatures) => {
      const parameters = driftedParameters(signatures, ({ sync, async }) =>
        // A rest parameter may be left out by nature.
        sync.optional === async.optional || sync.rest !== async.rest
          ? null
          : { sync: word(sync.optional), async: word(async.optional) },
      );
      return parameters.length === 0 ? null : { side: 'async', facts: { parameters } };
    }),
});
