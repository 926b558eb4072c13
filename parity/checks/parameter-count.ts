import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** Parameters that one side alone takes. */
export const parameterCount = defineCheck({
  id: 'parameter-count',
  find: (comparison) =>
    signatureDrifts(comparison, ({ missing }) =>
      missing.sync.length === 0 && missing.async.length === 0
        ? null
        : { side: 'async', facts: { lacking: missing.async, extra: missing.sync } },
    ),
});
