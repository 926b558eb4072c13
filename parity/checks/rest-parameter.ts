import { defineCheck } from '../define-check.ts';
import { driftedParameters, signatureDrifts } from '../signature-drifts.ts';

const word = (rest: boolean): string => (rest ? 'a rest parameter' : 'a single parameter');

/** A parameter that takes all further arguments on one side only. */
export const restParameter = defineCheck({
  id: 'rest-parameter',
  find: (comparison) =>
    signatureDrifts(comparison, (signatures) => {
      const parameters = driftedParameters(signatures, ({ sync, async }) =>
        sync.rest === async.rest ? null : { sync: word(sync.rest), async: word(async.rest) },
      );
      return parameters.length === 0 ? null : { side: 'async', facts: { parameters } };
    }),
});
