import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretProvider } from '../../types/secret-provider.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';

/** Editors and `echo` end a file with a line break, which is no part of the secret. */
const secretIn = (text: string): string => text.replace(/\r?\n$/, '');

/**
 * Secrets from the files of a folder, one each, named like the secret, as container platforms mount them.
 *
 * @example
 * ```ts
 * import { fileSecrets, LocalRuntime } from 'lockstep';
 * new LocalRuntime({ secretProvider: fileSecrets('/run/secrets') });
 * ```
 */
export const fileSecrets = (folder: string): SecretProvider => ({
  sync: (name) => {
    try {
      return secretIn(readFileSync(join(folder, name), 'utf8'));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async: async (name) => {
    try {
      return secretIn(await readFile(join(folder, name), 'utf8'));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});
