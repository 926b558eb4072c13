import type { SecretReference } from '../../types/secret-provider.ts';
import { SecretError } from '../errors/secret-error.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

/** What is wrong with a name that is none. */
export const BAD_NAME =
  "has a name that is not allowed. Use letters, digits, '_', '-' and '.', and begin with none of the last two.";

/** Whether a secret may have that name: one that JSON has brought must not lead out of a folder, either. */
export const isSecretName = (name: unknown): boolean => typeof name === 'string' && /^\w[\w.-]*$/.test(name);

/**
 * Refers to a secret by its name, as a value of a node's config that is one of its inputs: the node is given the secret, and nobody
 * else is. In parameters and in data it stands for nothing: whoever gives those must not choose secrets.
 *
 * @throws {SecretError} the name has characters other than letters, digits, `_`, `-` and `.`
 *
 * @example
 * ```ts
 * import { environmentSecrets, LocalRuntime, secret, WorkflowBuilder } from 'lockstep';
 * const workflow = new WorkflowBuilder()
 *   .addNode('FunctionNode', 'call', {
 *     inputs: { token: secret('API_TOKEN') },
 *     run: ({ token }) => ({ length: String(token).length }),
 *   })
 *   .build();
 * new LocalRuntime({ secretProvider: environmentSecrets() }); // reads LOCKSTEP_SECRET_API_TOKEN when the workflow runs
 * ```
 */
export const secret = (name: string): SecretReference => {
  if (!isSecretName(name)) throw new SecretError(name, BAD_NAME);
  return Object.freeze({ $secret: name });
};

const isReference = (value: Readonly<Record<string, unknown>>): value is SecretReference & typeof value =>
  Object.hasOwn(value, '$secret') && typeof value.$secret === 'string' && Object.keys(value).length === 1;

/** Adds the names of the secrets that a value refers to, in lists and plain objects at any depth. */
export const collectSecretNames = (
  value: unknown,
  names: Set<string>,
  seen = new Set<unknown>(),
): undefined => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (Array.isArray(value)) for (const item of value) collectSecretNames(item, names, seen);
  else if (!isPlainObject(value)) return;
  else if (isReference(value)) names.add(value.$secret);
  else for (const item of Object.values(value)) collectSecretNames(item, names, seen);
};

/** A copy of a value in which each reference is the secret itself; the value as it is where it refers to none. */
export const withSecrets = (
  value: unknown,
  secrets: ReadonlyMap<string, string>,
  copies = new Map<unknown, unknown>(),
): unknown => {
  const names = new Set<string>();
  collectSecretNames(value, names);
  return names.size === 0 ? value : substituted(value, secrets, copies);
};

const substituted = (
  value: unknown,
  secrets: ReadonlyMap<string, string>,
  copies: Map<unknown, unknown>,
): unknown => {
  if (!Array.isArray(value) && !isPlainObject(value)) return value;
  if (!Array.isArray(value) && isReference(value)) return secrets.get(value.$secret);
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: substituted(item, secrets, copies),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return copy;
};
