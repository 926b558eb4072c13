/**
 * Where secrets come from, for each colour; with one form alone, the other runtime cannot resolve secrets or uses it as it is.
 *
 * @example
 * ```ts
 * import type { SecretProvider } from 'lockstep/types';
 * const vault = new Map([['API_TOKEN', 'a-token']]);
 * const provider: SecretProvider = { sync: (name) => vault.get(name) };
 * ```
 */
export interface SecretProvider {
  /** The secret of that name, `undefined` where there is none. */
  readonly sync?: (name: string) => string | undefined;
  /** The same as a promise; `AsyncLocalRuntime` uses `sync` where it is missing. */
  readonly async?: (name: string) => Promise<string | undefined>;
}

/** Stands for a secret in a workflow: all of it that JSON, configs and events ever hold. */
export interface SecretReference {
  readonly $secret: string;
}
