import { isAny } from '../compare/type-graph.ts';
import { defineCheck } from '../define-check.ts';
import { isBlocking } from '../is-blocking.ts';
import { followsFromGenerics, signatureDrifts } from '../signature-drifts.ts';

/** A method of the async side whose result cannot be awaited. */
export const notAwaitable = defineCheck({
  id: 'not-awaitable',
  find: (comparison, { text }) =>
    signatureDrifts(comparison, (signatures, member) =>
      !followsFromGenerics(signatures, [signatures.sync.result, signatures.async.result], text) &&
      !isAny(signatures.async.result) &&
      (signatures.result === 'not-awaitable' || isBlocking(comparison, signatures, member))
        ? {
            side: 'async',
            facts: { sync: text(signatures.sync.result), async: text(signatures.async.result) },
          }
        : null,
    ),
});
