import type { RunEvent } from '../../types/run-event.ts';

/** Where the events of runs go. */
export interface Emitter {
  /** Whether anyone listens; events are not even made where no one does. */
  readonly active: boolean;
  readonly emit: (event: RunEvent) => undefined;
}
