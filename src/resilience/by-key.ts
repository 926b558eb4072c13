import { isDeepStrictEqual } from 'node:util';

/** What a runtime keeps under a key, and the policy it was made of. */
interface Kept<Policy, T> {
  readonly policy: Policy;
  readonly made: T;
  /** Other objects that say the same. */
  readonly alike: WeakSet<object>;
}

/** Things that all runs of a runtime share, made on first use of their key. */
export class ByKey<Policy extends object, T> {
  readonly #make: (policy: Policy) => T;
  readonly #kept = new Map<string, Kept<Policy, T>>();

  constructor(make: (policy: Policy) => T) {
    this.#make = make;
  }

  /** The thing under a key; `undefined` where it was made of another policy. */
  get(key: string, policy: Policy): T | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) {
      const made = this.#make(policy);
      this.#kept.set(key, { policy, made, alike: new WeakSet([policy]) });
      return made;
    }
    if (kept.alike.has(policy)) return kept.made;
    if (!isDeepStrictEqual(kept.policy, policy)) return undefined;
    kept.alike.add(policy);
    return kept.made;
  }

  /** All things by key, in the order of their first use. */
  map<U>(each: (key: string, made: T) => U): readonly U[] {
    return [...this.#kept].map(([key, { made }]) => each(key, made));
  }
}
