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
  /** In the order of their start; most of those that are no longer under way have been dropped. */
  #started: Attempt[] = [];
  #underWay = 0;
  /** How many nodes hold a place: those of the attempts under way, delayed and parked. */
  size = 0;
  readonly #delayed = new Map<object, Attempt>();
  /** Attempts that wait for a place in a bulkhead. */
  readonly #parked = new Set<Attempt>();
  /** Attempts past their time limit whose bodies have not ended yet. */
  readonly #overdue = new Set<Attempt>();

  /** How many bodies have not ended, wanted or not. */
  get bodies(): number {
    return this.#underWay + this.#overdue.size;
  }

  /** Takes an attempt that goes on. */
  add(attempt: Attempt): undefined {
    attempt.isUnderWay = true;
    this.#started.push(attempt);
    this.#underWay++;
    this.size++;
  }

  /** Takes an attempt that starts when this timer rings. */
  delay(timer: object, attempt: Attempt): undefined {
    this.#delayed.set(timer, attempt);
    this.size++;
  }

  /** Takes an attempt that starts when it is granted a place, or is refused when its timer rings. */
  park(attempt: Attempt): undefined {
    this.#parked.add(attempt);
    this.size++;
  }

  /** Says what a message means for the attempts; one that is past its time limit is told to stop. */
  receive(message: Message): Arrival {
    if (message.kind === 'outcome') {
      if (this.#land(message.attempt)) return message;
      this.#overdue.delete(message.attempt);
      return NOTHING;
    }
    if (message.kind === 'cancelled') return NOTHING;
    if (message.kind === 'granted') return this.#unpark(message.attempt);
    const delayed = this.#delayed.get(message.timer);
    if (delayed !== undefined) {
      this.#delayed.delete(message.timer);
      this.size--;
      return { attempt: delayed, outcome: undefined };
    }
    for (const attempt of this.#parked) if (attempt.timer === message.timer) return this.#unpark(attempt);
    for (const attempt of this.#started) {
      if (attempt.isUnderWay && attempt.timer === message.timer) return this.#expire(attempt);
    }
    return NOTHING;
  }

  /** Tells every body to stop and gives up what is delayed; answers the timers that need not ring any more. */
  abort(reason: unknown): readonly object[] {
    const timers = [...this.#delayed.keys()];
    this.size -= this.#delayed.size + this.#parked.size;
    this.#delayed.clear();
    for (const { timer } of this.#parked) if (timer !== undefined) timers.push(timer);
    this.#parked.clear();
    for (const attempt of this.#started) {
      if (!this.#land(attempt)) continue;
      if (attempt.timer !== undefined) timers.push(attempt.timer);
      this.#overdue.add(attempt);
      attempt.isOverdue = true;
      attempt.abort(reason);
    }
    return timers;
  }

  #expire(attempt: Attempt): Arrival {
    const { id, timeoutMs = 0 } = attempt.node;
    const error = new NodeTimeoutError(id, timeoutMs);
    this.#land(attempt);
    this.#overdue.add(attempt);
    attempt.isOverdue = true;
    attempt.abort(error);
    return { attempt, outcome: { ok: false, error } };
  }

  #unpark(attempt: Attempt): Arrival {
    if (!this.#parked.delete(attempt)) return NOTHING;
    this.size--;
    return { attempt, outcome: undefined };
  }

  /** Says that nobody waits for an attempt any more; `false` if nobody did. */
  #land(attempt: Attempt): boolean {
    if (!attempt.isUnderWay) return false;
    attempt.isUnderWay = false;
    this.#underWay--;
    this.size--;
    // Each node passes here: a flag, and a list that is cut now and then, cost half of what a set does.
    if (this.#started.at(-1) === attempt) this.#started.pop();
    else if (this.#started.length > 2 * this.#underWay + 32) {
      this.#started = this.#started.filter(({ isUnderWay }) => isUnderWay);
    }
    return true;
  }
}
