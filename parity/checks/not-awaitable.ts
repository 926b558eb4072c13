import type { MemberComparison, SignatureComparison } from '../compare/comparison.ts';
import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';
import { neutralCode } from '../surface/implementation-of.ts';

/**
 * An equal result is that of a pure member, the same on both sides, as long as nothing says otherwise: names that tell the
 * colours apart, as `readSync` and `read` do, or code of its own on the async side. Declaration files show neither code
 * nor what it does, and packages do mark pure functions (`useNative` and `useNativeSync`): they are believed.
 */
const blocks = ({ result }: SignatureComparison, { sync, async }: MemberComparison): boolean => {
  const [syncCode, asyncCode] = [neutralCode(sync.declarations), neutralCode(async.declarations)];
  if (result !== 'same' || syncCode === null || asyncCode === null) return false;
  return sync.name !== async.name || syncCode !== asyncCode;
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
