import { isThenable } from '../nodes/is-thenable.ts';
import type { Journal } from './journal.ts';

/**
 * Extends the lease of a run now and then while its nodes take their time; answers how to stop that. Only an event loop can: where the
 * thread is blocked, the lease is extended by each checkpoint alone.
 */
export const startHeartbeat = (journal: Journal): (() => undefined) => {
  const beat = (): undefined => {
    try {
      const answer = journal.append([]).make();
      // What fails here fails with the next checkpoint as well, where the run hears of it.
      if (isThenable(answer)) answer.then(undefined, () => undefined);
    } catch {
      // As above.
    }
  };
  const timer = setInterval(beat, journal.beatMs).unref();
  return () => {
    clearInterval(timer);
  };
};
