import type { SecretProvider } from '../../types/secret-provider.ts';

/**
 * Secrets from environment variables: `API_TOKEN` is the variable `LOCKSTEP_SECRET_API_TOKEN`. Variables without the prefix cannot
 * be reached, so that a workflow reads no more of the environment than it was given.
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
} = {}): SecretProvider => ({
  sync: (name) => process.env[prefix + name],
});
