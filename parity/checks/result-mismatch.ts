import type { Type } from '../compiler/typescript.ts';
import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';
import type { SignatureShape } from '../surface/surface.ts';

/** A method whose promise resolves to something else than the sync side gives. */
export const resultMismatch = defineCheck({
  id: 'result-mismatch',
  find: (comparison, { text }) => {
    const given = (type: Type | null, { says }: SignatureShape): string => {
      if (type === null) return 'nothing';
      return says === null || says.kind === 'type' ? text(type) : `\`${says.text}\``;
    };
    return signatureDrifts(comparison, ({ generics, result, results, sync, async }) =>
      // A lost type parameter makes every type that used it differ: that is one drift and not two.
      result === 'differs' && generics.kind !== 'count'
        ? { side: 'async', facts: { sync: given(results.sync, sync), async: given(results.async, async) } }
        : null,
    );
  },
});
