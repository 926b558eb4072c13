import { SecretError } from '../errors/secret-error.ts';
import type { Redactor } from './redactor.ts';
import { secretForms } from './secret-forms.ts';

/** A shorter text would be found, and redacted, in what has nothing to do with it. */
const SHORTEST = 4;

/** The secrets that a run, with all runs inside of it, has been given, and what keeps them there. */
export class SecretVault {
  readonly #values = new Map<string, string>();
  readonly #redactor: Redactor;

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  get values(): ReadonlyMap<string, string> {
    return this.#values;
  }

  /**
   * Takes a secret in.
   *
   * @param moreForms - further texts in which it may turn up
   * @throws {SecretError} there is none, or it is too short to be told from other text
   */
  add(name: string, value: unknown, moreForms: (value: string) => readonly string[]): undefined {
    if (value === undefined || value === null) {
      throw new SecretError(name, 'is not known to the secretProvider. Add it there, or correct its name.');
    }
    if (typeof value !== 'string' || value.length < SHORTEST) {
      throw new SecretError(
        name,
        `cannot be kept out of results: it has to be a text of at least ${SHORTEST} characters. Change the secret.`,
      );
    }
    this.#redactor.learn(name, value, () => [...secretForms(value), ...moreForms(value)]);
    this.#values.set(name, value);
  }

  /** A value without any of the secrets; the same value where it has none. */
  redact(value: unknown): unknown {
    return this.#redactor.redact(value);
  }
}
