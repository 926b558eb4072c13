import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/** The `outDir` of `tsconfig.json` here: out of the way of `dist`, within reach of the package's dependencies. */
const BUILT = join(ROOT, 'node_modules', '.cache', 'lockstep-bench');

/** The address of the package's entry, as users load it. */
export const ENTRY = pathToFileURL(join(BUILT, 'src', 'index.js')).href;

/**
 * Builds the runtime pair, since what users run is what counts, not sources that a loader translates.
 *
 * @throws {Error} it does not compile
 */
export const buildPackage = (): undefined => {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const build = spawnSync(process.execPath, [compiler, '-p', import.meta.dirname], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`The package does not compile:\n${build.stdout}${build.stderr}`);
};

/** The package as built. */
export const builtPackage = async (): Promise<typeof import('../../src/index.ts')> => await import(ENTRY);
