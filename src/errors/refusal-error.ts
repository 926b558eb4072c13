import { LockstepError } from './lockstep-error.ts';

/** A node was not called, or a run not begun, because a policy said so; not retried unless `retryOn` says so. */
export abstract class RefusalError extends LockstepError {}
