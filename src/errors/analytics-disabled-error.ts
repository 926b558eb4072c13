import { LockstepError } from './lockstep-error.ts';

/** The history of runs was asked of a runtime that keeps none. */
export class AnalyticsDisabledError extends LockstepError {
  readonly code = 'ANALYTICS_DISABLED';

  /** @param method - what was called */
  constructor(runtime: string, method: string) {
    super(
      `${method}() needs a history of runs, and this ${runtime} keeps none. Give it one: new ${runtime}({ analytics: { store: new MemoryRunHistoryStore() } }).`,
    );
  }
}
