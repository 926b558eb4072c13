import { type CallContext, compareShapes } from './compare-shapes.ts';
import type { SignatureComparison } from './comparison.ts';
import type { Shape } from './shape.ts';

/** Above this many comparisons they are compared one by one all the same. */
const MANY = 400;

const hasRelatedResult = ({ result }: SignatureComparison): boolean =>
  result !== 'differs' && result !== 'not-awaitable';

/** Whether two calls have at least a beginning in common, where the result of the async side is a promise. */
const isRelatedCall = ({ result, parameters: [first] }: SignatureComparison): boolean =>
  result !== 'not-awaitable' && first?.relation.kind === 'same';

/**
 * The one drift of overloads of which none gives what any of the other side gives: `spawn` hands out a process where
 * `spawnSync` tells how one ended, and the timers of `node:timers` call back what those of `node:timers/promises` promise.
 * Which overload answers which cannot be told then, and nothing is said of how they differ beside; `null` where some
 * agree, or where there are no overloads.
 */
export const unrelatedResults = (
  context: CallContext,
  syncs: readonly Shape[],
  asyncs: readonly Shape[],
): SignatureComparison | null => {
  const count = syncs.length * asyncs.length;
  if (count < 2 || count > MANY) return null;
  const all = syncs.flatMap((sync) => asyncs.map((async) => compareShapes(context, sync, async)));
  const [first] = all;
  if (first === undefined || all.some((each) => hasRelatedResult(each) || isRelatedCall(each))) return null;
  return {
    ...first,
    generics: { kind: 'same' },
    sameThis: true,
    missing: { sync: [], async: [] },
    order: null,
    parameters: [],
  };
};
