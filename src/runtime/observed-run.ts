import type { RunEvent } from '../../types/run-event.ts';
import type { Emitter } from '../engine/emitter.ts';
import { messageOf } from '../errors/message-of.ts';
import type { NodeTracing } from '../monitoring/node-tracing.ts';
import type { ObservedRun, RunFollower, RunObserver } from '../monitoring/run-observer.ts';

/** Where the events of a run go that is observed, and what its bodies are called through. */
export interface Observed {
  readonly emitter: Emitter;
  readonly tracing: NodeTracing | undefined;
}

/** Has a run followed by each observer, before its listeners hear of anything; without observers it is left as it is. */
export const observedRun = (
  emitter: Emitter,
  observers: readonly RunObserver[],
  run: ObservedRun,
): Observed => {
  if (observers.length === 0) return { emitter, tracing: undefined };
  const followers = observers.map(({ follow }) => follow(run));
  const emit = (event: RunEvent, at?: number): undefined => {
    for (const follower of followers) tell(follower, event, at);
    emitter.emit(event, at);
  };
  return {
    emitter: { active: true, emit },
    tracing: followers.find(({ tracing }) => tracing !== undefined)?.tracing,
  };
};

/** The observers of one run: those of all runs, and what follows this one alone, if anything does. */
export const followedBy = (
  observers: readonly RunObserver[],
  own: RunFollower | undefined,
): readonly RunObserver[] => (own === undefined ? observers : [...observers, { follow: () => own }]);

// As with a listener: one that fails must not change a run.
const tell = ({ observe }: RunFollower, event: RunEvent, at: number | undefined): undefined => {
  try {
    observe(event, at);
  } catch (error) {
    process.emitWarning(`An observer of runs failed at '${event.type}': ${messageOf(error)}`);
  }
};
