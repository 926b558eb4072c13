import { REDACTED, redactValue } from './redact-value.ts';

/** How many values of one name are kept in mind: those that were replaced may still turn up in what outlives a run. */
const MOST_VALUES = 100;

/** Keeps the secrets that a runtime has seen out of whatever it tells, in all of its runs. */
export class Redactor {
  readonly #formsOf = new Map<string, Map<string, readonly string[]>>();
  #forms: readonly string[] = [];

  /** Takes in a value of a secret, with the texts in which it may turn up. */
  learn(name: string, value: string, forms: () => readonly string[]): undefined {
    const known = this.#formsOf.get(name) ?? new Map<string, readonly string[]>();
    this.#formsOf.set(name, known);
    if (known.has(value)) return;
    known.set(value, forms());
    const [oldest] = known.keys();
    if (known.size > MOST_VALUES && oldest !== undefined) known.delete(oldest);
    const all = [...this.#formsOf.values()].flatMap((each) => [...each.values()].flat());
    // The longest first: one secret may be a part of another.
    this.#forms = [...new Set(all)]
      .filter((form) => form !== '')
      .sort((one, other) => other.length - one.length);
  }

  /** A value without any of the secrets; the same value where it has none. */
  redact(value: unknown): unknown {
    if (this.#forms.length === 0) return value;
    try {
      return redactValue(value, this.#forms);
    } catch {
      // It cannot be looked through to its end: nobody can say that it holds no secret.
      return REDACTED;
    }
  }
}
