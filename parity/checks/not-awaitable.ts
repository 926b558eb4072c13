import type { MemberComparison, SignatureComparison } from '../compare/comparison.ts';
import { defineCheck } from '../define-check.ts';
import { signatureDrifts } from '../signature-drifts.ts';

/**
 * Where both sides name a member alike, an equal result is a pure member, the same on both. Where the names tell the
 * colours apart, as `readSync` and `read` do, an equal result says that the unmarked one blocks as well.
 */
const blocks = ({ result }: SignatureComparison, { sync, async }: MemberComparison): boolean =>
  result === 'same' && sync.name !== async.name;

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
