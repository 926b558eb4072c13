import type { SecretProvider } from '../../types/secret-provider.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';

/**
 * Secrets from environment variables: `API_TOKEN` is the variable `LOCKSTEP_SECRET_API_TOKEN`. Variables without the prefix cannot
 * be reached, so that a workflow reads no more of the environment than it was given.
 *
 * @throws {InvalidOptionError} the prefix is empty
 *
 * @example
 * ```ts
 * import { environmentSecrets, LocalRuntime } from 'lockstep';
 * new LocalRuntime({ secretProvider: environmentSecrets({ prefix: 'ORDERS_' }) });
 * ```
 */
export const environmentSecrets = ({
  prefix = 'LOCKSTEP_SECRET_',
}: {
  readonly prefix?: string;
} = {}): SecretProvider => {
  if (typeof prefix !== 'string' || prefix === '') {
    throw new InvalidOptionError(
      'prefix',
      prefix,
      'Give a text: without one, every variable would be a secret to ask for.',
    );
  }
  return { sync: (name) => process.env[prefix + name] };
};
