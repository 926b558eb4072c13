import type { Color, Ret } from './color.ts';

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
  readonly sync?: SecretProviderContract<'sync'>['get'];
  /** The same as a promise; `AsyncLocalRuntime` uses `sync` where it is missing. */
  readonly async?: SecretProviderContract<'async'>['get'];
  /** Further texts in which a secret may turn up and is to be redacted, such as a hash or another encoding of it. */
  readonly forms?: (value: string) => readonly string[];
}

/** Where secrets come from, of one colour: what a provider of secrets implements, once or for both. */
export interface SecretProviderContract<C extends Color> {
  /** The secret of that name, `undefined` where there is none. */
  readonly get: (name: string) => Ret<C, string | undefined>;
}

/** Stands for a secret in a workflow: all of it that JSON, configs and events ever hold. */
export interface SecretReference {
  readonly $secret: string;
}
