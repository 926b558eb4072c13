import type { MemberComparison, SignatureComparison } from '../compare/comparison.ts';
import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';
import { neutralCode } from '../surface/implementation-of.ts';

/**
 * An equal result is that of a pure member, the same on both sides, as long as nothing says otherwise: names that tell the
 * colours apart, as `readSync` and `read` do, or code of its own on the async side.
 */
const blocks = ({ result }: SignatureComparison, { sync, async }: MemberComparison): boolean => {
  if (result !== 'same') return false;
  if (sync.name !== async.name) return true;
  const [syncCode, asyncCode] = [neutralCode(sync.declarations), neutralCode(async.declarations)];
  return syncCode !== null && asyncCode !== null && syncCode !== asyncCode;
};

/** A method of the async side whose result cannot be awaited. */
export const notAwaitable = defineCheck({
  id: 'not-awaitable',
  find: (comparison, { text }) =>
    signatureDrifts(comparison, (signatures, member) =>
      signatures.generics.kind !== 'count' &&
      (signatures.result === 'not-awaitable' || blocks(signatures, member))
        ? {
            side: 'async',
            facts: { sync: text(signatures.sync.result), async: text(signatures.async.result) },
          }
        : null,
    ),
});
