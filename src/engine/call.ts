import type { CallEffect } from './effects.ts';
import type { Outcome } from './mailbox.ts';

/**
 * Has a driver call a leaf and gives what it answers; for work of the core that is no node's: `yield* call({ ... })`.
 *
 * @throws {unknown} what the leaf throws, or rejects with
 */
export function* call<T>(leaf: Omit<CallEffect, 'kind'>): Generator<CallEffect, T, unknown> {
  const outcome = (yield { kind: 'call', ...leaf }) as Outcome;
  if (!outcome.ok) throw outcome.error;
  return outcome.value as T;
}
