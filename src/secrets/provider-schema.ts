import * as v from 'valibot';
import type { SecretProvider } from '../../types/secret-provider.ts';

const isForm = (value: unknown): boolean => value === undefined || typeof value === 'function';

const isProvider = (value: unknown): value is SecretProvider => {
  if (typeof value !== 'object' || value === null) return false;
  const { sync, async: concurrent, forms } = value as SecretProvider;
  return isForm(forms) && isForm(sync) && isForm(concurrent) && (sync ?? concurrent) !== undefined;
};

/** The option `secretProvider`. */
export const secretProvider = v.custom<SecretProvider>(
  isProvider,
  'an object with a function sync, async, or both',
);
