import type { RunEvent, RunEventOf, RunEventType } from '../../types/run-event.ts';
import type { Emitter } from '../engine/emitter.ts';

type Listener = (event: never) => unknown;

/** The listeners of a runtime, which all of its runs share. */
export class EventHub implements Emitter {
  readonly #listeners = new Map<RunEventType | '*', Set<Listener>>();

  get active(): boolean {
    return this.#listeners.size > 0;
  }

  /** Adds a listener; answers how to remove it. */
  add<Type extends RunEventType | '*'>(
    type: Type,
    listener: (event: RunEventOf<Type>) => unknown,
  ): () => undefined {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners);
    // A wrapper of its own, so that the same function added twice is called twice and removed one by one.
    const entry: Listener = (event) => listener(event);
    listeners.add(entry);
    return () => {
      listeners.delete(entry);
      if (listeners.size === 0) this.#listeners.delete(type);
      return undefined;
    };
  }

  /** Calls the listeners. One that throws is reported as a process warning: an observer must not change a run. */
  emit = (event: RunEvent): undefined => {
    for (const type of [event.type, '*'] as const) {
      for (const listener of this.#listeners.get(type) ?? []) {
        try {
          listener(event as never);
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : new Error(String(error)));
        }
      }
    }
  };
}
