import { NodeTimeoutError } from '../errors/node-timeout-error.ts';
import type { Attempt } from './attempt.ts';
import type { Message, Outcome } from './mailbox.ts';

/** An attempt that has ended (with its outcome), or one whose time has come to start (without). */
export interface Arrival {
  readonly attempt: Attempt | undefined;
  readonly outcome: Outcome | undefined;
}

const NOTHING: Arrival = { attempt: undefined, outcome: undefined };

/** The attempts of one run that have been started and not ended, or wait for their delay to pass. */
export class Flights {
  readonly #underWay = new Set<Attempt>();
  readonly #delayed = new Map<object, Attempt>();
  /** Attempts past their time limit whose bodies have not ended yet. */
  readonly #overdue = new Set<Attempt>();

  /** How many nodes hold a place. */
  get size(): number {
    return this.#underWay.size + this.#delayed.size;
  }

  /** How many bodies have not ended, wanted or not. */
  get bodies(): number {
    return this.#underWay.size + this.#overdue.size;
  }

  /** Takes an attempt that goes on. */
  add(attempt: Attempt): undefined {
    this.#underWay.add(attempt);
  }

  /** Takes an attempt that starts when this timer rings. */
  delay(timer: object, attempt: Attempt): undefined {
    this.#delayed.set(timer, attempt);
  }

  /** Says what a message means for the attempts; one that is past its time limit is told to stop. */
  receive(message: Message): Arrival {
    if (message.kind === 'outcome') {
      if (this.#underWay.delete(message.attempt)) return message;
      this.#overdue.delete(message.attempt);
      return NOTHING;
    }
    if (message.kind === 'cancelled') return NOTHING;
    const delayed = this.#delayed.get(message.timer);
    if (delayed !== undefined) {
      this.#delayed.delete(message.timer);
      return { attempt: delayed, outcome: undefined };
    }
    for (const attempt of this.#underWay) if (attempt.timer === message.timer) return this.#expire(attempt);
    return NOTHING;
  }

  /** Tells every body to stop and gives up what is delayed; answers the timers that need not ring any more. */
  abort(reason: unknown): readonly object[] {
    const timers = [...this.#delayed.keys()];
    this.#delayed.clear();
    for (const attempt of this.#underWay) {
      if (attempt.timer !== undefined) timers.push(attempt.timer);
      this.#overdue.add(attempt);
      attempt.abort(reason);
    }
    this.#underWay.clear();
    return timers;
  }

  #expire(attempt: Attempt): Arrival {
    const { id, timeoutMs = 0 } = attempt.node;
    const error = new NodeTimeoutError(id, timeoutMs);
    this.#underWay.delete(attempt);
    this.#overdue.add(attempt);
    attempt.abort(error);
    return { attempt, outcome: { ok: false, error } };
  }
}
