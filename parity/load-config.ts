import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as v from 'valibot';
import { defineConfig, type LockstepConfig } from './config.ts';
import { configFault } from './config-fault.ts';
import { configSchema } from './config-schema.ts';
import { CONFIG_NAMES, findConfig } from './find-config.ts';
import { firstLine } from './first-line.ts';
import { WrongCall } from './wrong-call.ts';

/** A config and the absolute path of the file that it was read from. */
export interface LoadedConfig {
  readonly file: string;
  readonly config: LockstepConfig;
}

const showPath = (cwd: string, file: string): string => (relative(cwd, file) || file).replaceAll('\\', '/');

const evaluate = async (file: string): Promise<unknown> => {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
  // Loaded here because it costs more than all else of the start-up, and a JSON config does not need it.
  const { createJiti } = await import('jiti');
  const jiti = createJiti(import.meta.url, {
    moduleCache: false,
    // So that a config also loads where Lockstep is not installed beside it (`npx lockstep check`).
    virtualModules: { 'lockstep/parity': { defineConfig } },
  });
  const loaded = await jiti.import<object>(file);
  if (!('default' in loaded))
    throw new Error("it has no default export: write 'export default defineConfig({ … })'");
  return loaded.default;
};

/** What went wrong in a config; the loader puts the place of a syntax error on a line of its own, its column counted from 0. */
const loadingFault = (error: unknown, cwd: string, shown: string): string => {
  const [, file, line, column] =
    /\n\s*(\S.*):(\d+):(\d+)\s*$/.exec(error instanceof Error ? error.message : '') ?? [];
  const place = file === undefined ? shown : `${showPath(cwd, file)}:${line}:${Number(column) + 1}`;
  return `${place} cannot be loaded: ${firstLine(error).replace(/^ParseError: /, '')}`;
};

/**
 * Reads the given config, or else the nearest one.
 *
 * @throws {WrongCall} when there is no config, it cannot be read, or its shape is wrong.
 */
export const loadConfig = async (cwd: string, given?: string): Promise<LoadedConfig> => {
  const file = given === undefined ? findConfig(cwd) : resolve(cwd, given);
  if (file === null) {
    throw new WrongCall(
      `No config was found: none of ${CONFIG_NAMES.join(', ')} is in ${cwd} or above it. Run 'lockstep init' to write one, or name a pair with --sync and --async.`,
    );
  }
  const shown = showPath(cwd, file);
  if (!existsSync(file))
    throw new WrongCall(`The config ${shown} does not exist. Change --config, or run 'lockstep init'.`);
  let value: unknown;
  try {
    value = await evaluate(file);
  } catch (error) {
    throw new WrongCall(loadingFault(error, cwd, shown), { cause: error });
  }
  const parsed = v.safeParse(configSchema, value);
  if (!parsed.success) throw new WrongCall(configFault(parsed.issues, shown));
  return { file, config: parsed.output };
};
