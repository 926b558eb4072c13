import type { RunEvent } from '../../types/run-event.ts';
import type { Run } from './run.ts';

/** The events of one run between the engine, which puts them in, and the one who takes them out. */
export class EventStream {
  #events: RunEvent[] = [];
  /** Called when an event arrives. */
  onEvent: (() => unknown) | undefined = undefined;

  /** Puts an event at the end. */
  push(event: RunEvent): undefined {
    this.#events.push(event);
    this.onEvent?.();
  }

  /** Gives what is there and what is added meanwhile. */
  *drain(): Generator<RunEvent, undefined> {
    while (this.#events.length > 0) {
      const events = this.#events;
      this.#events = [];
      yield* events;
    }
  }
}

/** A run whose events are taken one by one. */
export interface StreamedRun {
  readonly run: Run;
  readonly stream: EventStream;
  /** Cancels the run. */
  readonly stop: AbortController;
}
