import { SecretError } from '../errors/secret-error.ts';
import { redactValue } from './redact-value.ts';

/** A shorter text would be found, and redacted, in what has nothing to do with it. */
const SHORTEST = 4;

/** The forms in which a secret may turn up: as it is, and as it is written in JSON, addresses and Base64. */
const formsOf = (value: string): readonly string[] => [
  value,
  JSON.stringify(value).slice(1, -1),
  encodeURIComponent(value),
  Buffer.from(value).toString('base64'),
  Buffer.from(value).toString('base64url'),
];

/** The secrets that a run, with all runs inside of it, has been given, and what keeps them there. */
export class SecretVault {
  readonly #values = new Map<string, string>();
  #forms: readonly string[] = [];

  get values(): ReadonlyMap<string, string> {
    return this.#values;
  }

  /**
   * Takes a secret in.
   *
   * @throws {SecretError} there is none, or it is too short to be told from other text
   */
  add(name: string, value: unknown): undefined {
    if (value === undefined || value === null) {
      throw new SecretError(name, 'is not known to the secretProvider. Add it there, or correct its name.');
    }
    if (typeof value !== 'string' || value.length < SHORTEST) {
      throw new SecretError(
        name,
        `cannot be kept out of results: it has to be a text of at least ${SHORTEST} characters. Change the secret.`,
      );
    }
    this.#values.set(name, value);
    // The longest first: one secret may be a part of another.
    this.#forms = [...new Set([...this.#values.values()].flatMap(formsOf))].sort(
      (one, other) => other.length - one.length,
    );
  }

  /** A value without any of the secrets; the same value where it has none. */
  redact<T>(value: T): T {
    return this.#forms.length === 0 ? value : (redactValue(value, this.#forms) as T);
  }
}
