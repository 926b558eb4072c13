import type { Type } from '../compiler/typescript.ts';
import { defineCheck } from '../define-check.ts';
import { followsFromGenerics, signatureDrifts } from '../signature-drifts.ts';
import type { SignatureShape } from '../surface/surface.ts';

/** A method whose promise resolves to something else than the sync side gives. */
export const resultMismatch = defineCheck({
  id: 'result-mismatch',
  find: (comparison, { text, difference }) => {
    const given = (type: Type | null, { says }: SignatureShape): string => {
      if (type === null) return 'nothing';
      return says === null || says.kind === 'type' ? text(type) : `\`${says.text}\``;
    };
    return signatureDrifts(comparison, (signatures) => {
      const { result, results, sync, async } = signatures;
      return result === 'differs' && !followsFromGenerics(signatures, [results.sync, results.async], text)
        ? {
            side: 'async',
            facts: {
              sync: given(results.sync, sync),
              async: given(results.async, async),
              within: difference(comparison, signatures, results.sync, results.async),
            },
          }
        : null;
    });
  },
});
