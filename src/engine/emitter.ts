import type { RunEvent } from '../../types/run-event.ts';

/** Where the events of runs go. */
export interface Emitter {
  /** Whether anyone listens; events are not even made where no one does. */
  readonly active: boolean;
  /** @param at - when it happened, in milliseconds of `performance.now()`, where it was held back since */
  readonly emit: (event: RunEvent, at?: number) => undefined;
}
