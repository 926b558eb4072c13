import type { UserContext } from '../../types/access-control.ts';
import type { RunEvent } from '../../types/run-event.ts';
import type { WorkflowContract } from '../../types/workflow.ts';
import type { NodeTracing } from './node-tracing.ts';

/** What is known of a run before its first event; its id may still become another one's, whose run goes on. */
export interface ObservedRun {
  readonly workflow: WorkflowContract;
  readonly userContext: UserContext | undefined;
}

/** What follows one run; all that it keeps of the run belongs to it, and goes with it. */
export interface RunFollower {
  /**
   * Told each event of the run and of all runs inside of it, in their order, before any listener is; it changes nothing of the run.
   *
   * @param at - when it happened, in milliseconds of `performance.now()`, where it was held back since
   */
  readonly observe: (event: RunEvent, at?: number) => undefined;
  /** What the bodies of its nodes are called through, where they are. */
  readonly tracing?: NodeTracing;
}

/** What a runtime has its runs observed by, where an option asks for that. */
export interface RunObserver {
  /** Called when a run is made. */
  readonly follow: (run: ObservedRun) => RunFollower;
}
