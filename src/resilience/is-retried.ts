import type { FailedAttempt } from '../../types/resilience.ts';
import type { RetryPolicy } from '../../types/runtime-options.ts';
import { RefusalError } from '../errors/refusal-error.ts';
import { matchesAny } from './matches-error.ts';

/** Whether an error is one that a policy tries again; throws what a predicate of the policy does. */
export const isRetried = (policy: RetryPolicy, error: unknown, failed: FailedAttempt): boolean => {
  const { retryOn, noRetryOn } = policy;
  if (noRetryOn !== undefined && matchesAny(noRetryOn, error, failed)) return false;
  // To call what a policy has just closed again would only fill the time until it opens.
  if (retryOn === undefined) return !(error instanceof RefusalError);
  return matchesAny(retryOn, error, failed);
};
