import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** Parameters that both sides take, in another order. */
export const parameterOrder = defineCheck({
  id: 'parameter-order',
  find: (comparison) =>
    signatureDrifts(comparison, ({ order }) => (order === null ? null : { side: 'async', facts: order })),
});
