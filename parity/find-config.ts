import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The names that a config may have, the first found is taken. */
export const CONFIG_NAMES = [
  'lockstep.config.ts',
  'lockstep.config.mts',
  'lockstep.config.js',
  'lockstep.config.mjs',
  'lockstep.config.cts',
  'lockstep.config.cjs',
  'lockstep.config.json',
] as const;

/** The absolute path of the nearest config, in a folder or above it; `null` when there is none. */
export const findConfig = (folder: string): string | null => {
  const found = CONFIG_NAMES.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  const parent = dirname(folder);
  return parent === folder ? null : findConfig(parent);
};
