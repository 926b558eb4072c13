import type { LimitAction } from '../../types/resource-limits.ts';
import { ResourceLimitError } from '../errors/resource-limit-error.ts';
import { isRetried } from '../resilience/is-retried.ts';
import { waitingDelay } from '../resources/waiting-delay.ts';
import type { Attempt } from './attempt.ts';
import { retryDelay } from './retry-delay.ts';
import type { Run } from './run.ts';

/** What comes after a failed attempt: a further one, or the same one again when a limit of the runtime lets it pass. */
export interface NextAttempt {
  readonly number: number;
  /** The wait before it, in milliseconds. */
  readonly delayMs: number;
  /** Set where the same attempt waits for connections: what is done, and the limit. */
  readonly waits: { readonly action: LimitAction; readonly limit: number } | undefined;
}

/** Decides what comes after a failed attempt, `undefined` for nothing; throws what a predicate of the policy does. */
export const nextAttempt = (
  run: Run,
  attempt: Attempt,
  error: unknown,
  final: boolean,
): NextAttempt | undefined => {
  const waiting = waitingAttempt(run, attempt, error);
  if (waiting !== undefined) return waiting;
  const { node, attempt: number } = attempt;
  const policy = node.retry ?? run.settings.retry;
  if (final || number >= policy.maxAttempts) return undefined;
  if (!isRetried(policy, error, { nodeId: node.id, nodeType: node.type, attempt: number })) return undefined;
  const of = { attempt: number + 1, previousMs: attempt.waits.delayMs, random: Math.random };
  return { number: number + 1, delayMs: retryDelay(policy, of), waits: undefined };
};

const waitingAttempt = (
  { limits, settings }: Run,
  { attempt, waits: { holdUps, heldUpMs } }: Attempt,
  error: unknown,
): NextAttempt | undefined => {
  if (limits === undefined || limits.degradation === 'reject' || !settings.canWait) return undefined;
  if (!(error instanceof ResourceLimitError) || error.resource !== 'connections') return undefined;
  const left = limits.queueTimeoutMs - heldUpMs;
  if (left <= 0) return undefined;
  const delayMs = Math.min(left, waitingDelay(limits.degradation, holdUps + 1));
  const action = limits.degradation === 'queue' ? 'queued' : 'deferred';
  return { number: attempt, delayMs, waits: { action, limit: error.limit } };
};
