import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the benchmarks build the package: out of the way of `dist`, within reach of the package's dependencies. */
export const BUILT = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'lockstep-bench');

/** The address of the package's entry, as users load it. */
export const ENTRY = pathToFileURL(join(BUILT, 'src', 'index.js')).href;

/** The package as built, since what users run is what counts, not sources that a loader translates. */
export const builtPackage = async (): Promise<typeof import('../../src/index.ts')> => await import(ENTRY);
