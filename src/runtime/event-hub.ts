import type { RunEvent, RunEventOf, RunEventType } from '../../types/run-event.ts';
import type { Emitter } from '../engine/emitter.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { messageOf } from '../errors/message-of.ts';
import { suggest } from '../errors/suggest.ts';
import { isThenable } from '../nodes/is-thenable.ts';

const EVENT_NAMES: Readonly<Record<RunEventType | '*', true>> = {
  '*': true,
  runStarted: true,
  runResumed: true,
  nodeStarted: true,
  nodeCompleted: true,
  nodeFailed: true,
  nodeSkipped: true,
  nodeRetried: true,
  circuitOpened: true,
  circuitHalfOpened: true,
  circuitClosed: true,
  accessDenied: true,
  resourceLimitExceeded: true,
  runCompleted: true,
  runFailed: true,
  runCancelled: true,
};

type Listener = (event: never) => unknown;

/** The listeners of a runtime, which all of its runs share. */
export class EventHub implements Emitter {
  readonly #listeners = new Map<RunEventType | '*', Set<Listener>>();
  /** Whether anyone listens: a field, since each node asks. */
  active = false;

  /**
   * Adds a listener; answers how to remove it.
   *
   * @throws {InvalidOptionError} there is no event of that name
   */
  add<Type extends RunEventType | '*'>(
    type: Type,
    listener: (event: RunEventOf<Type>) => unknown,
  ): () => undefined {
    if (!Object.hasOwn(EVENT_NAMES, type)) {
      throw new InvalidOptionError('event', type, suggest(String(type), Object.keys(EVENT_NAMES), 'Allowed'));
    }
    if (typeof listener !== 'function') {
      throw new InvalidOptionError('listener', listener, 'Give a function (event) => ...');
    }
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners);
    // A wrapper of its own, so that the same function added twice is called twice and removed one by one.
    const entry: Listener = (event) => listener(event);
    listeners.add(entry);
    this.active = true;
    return () => {
      // Called a second time, when others may listen by now, it has nothing to remove.
      if (listeners.delete(entry) && listeners.size === 0) this.#listeners.delete(type);
      this.active = this.#listeners.size > 0;
      return undefined;
    };
  }

  /** Calls the listeners. One that throws or rejects is reported as a process warning: an observer must not change a run. */
  emit = (event: RunEvent): undefined => {
    for (const type of [event.type, '*'] as const) {
      for (const listener of this.#listeners.get(type) ?? []) {
        try {
          const answer = listener(event as never);
          if (isThenable(answer)) answer.then(undefined, warn);
        } catch (error) {
          warn(error);
        }
      }
    }
  };
}

const warn = (thrown: unknown): undefined => {
  process.emitWarning(`A listener of run events failed: ${messageOf(thrown)}`);
};
