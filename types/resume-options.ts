import type { UserContext } from './access-control.ts';
import type { OnError } from './runtime-options.ts';

/** The options of a run that goes on. */
export interface ResumeOptions {
  /** Whether to go on although the workflow is not the one that the run was started with; `false` unless given. */
  readonly force?: boolean;
  /**
   * Whether nodes that failed while the run went on, inside of sub-workflows and loops too, are run again, and all that comes after them,
   * also of a run that has ended; `false` unless given. No other finished node runs.
   */
  readonly retryFailed?: boolean;
  /** Cancels the run when it aborts. */
  readonly signal?: AbortSignal;
  /** Time limit of what is left, in milliseconds; the runtime's own unless given. */
  readonly timeoutMs?: number;
  /** Who runs what is left; the runtime's own unless given. */
  readonly userContext?: UserContext;
  /** Error policy of what is left; the one that the run was started with unless given. */
  readonly onError?: OnError;
}
