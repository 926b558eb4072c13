import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/** A method whose promise resolves to something else than the sync side gives. */
export const resultMismatch = defineCheck({
  id: 'result-mismatch',
  find: (comparison, { text }) =>
    signatureDrifts(comparison, ({ generics, result, sync, async }) =>
      // A lost type parameter makes every type that used it differ: that is one drift and not two.
      result === 'differs' && generics.kind !== 'count'
        ? { side: 'async', facts: { sync: text(sync.result), async: text(async.result) } }
        : null,
    ),
});
