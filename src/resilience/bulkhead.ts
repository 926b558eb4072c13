import type { BulkheadPolicy } from '../../types/resilience.ts';

/** One that waits for a place; called when it has been given one. */
export type Waiter = () => undefined;

/** Places that attempts take while their bodies run, and those who wait for one, first come, first served. */
export class Bulkhead {
  readonly policy: BulkheadPolicy;
  /** How many it has refused a place; counted by those who ask it. */
  refusals = 0;
  readonly #waiters = new Set<Waiter>();
  #underWay = 0;

  constructor(policy: BulkheadPolicy) {
    this.policy = policy;
  }

  get underWay(): number {
    return this.#underWay;
  }

  get queued(): number {
    return this.#waiters.size;
  }

  /** Takes a place, if one is free. */
  enter(): boolean {
    if (this.#underWay >= this.policy.maxConcurrent) return false;
    this.#underWay++;
    return true;
  }

  /** Takes a place though none is free. */
  squeezeIn(): undefined {
    this.#underWay++;
  }

  /** Waits for a place, if there is room to wait. */
  wait(waiter: Waiter): boolean {
    if (this.#waiters.size >= (this.policy.maxQueue ?? 0)) return false;
    this.#waiters.add(waiter);
    return true;
  }

  /** Waits no more; `false` if it has a place already. */
  giveUp(waiter: Waiter): boolean {
    return this.#waiters.delete(waiter);
  }

  /** Gives a place up: the first who waits has it. */
  leave(): undefined {
    const [first] = this.#waiters;
    if (first === undefined || this.#underWay > this.policy.maxConcurrent) {
      this.#underWay--;
      return;
    }
    this.#waiters.delete(first);
    first();
  }
}
