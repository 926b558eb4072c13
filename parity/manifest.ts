import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Manifest {
  readonly version: string;
  readonly homepage?: string;
}

/** The package's own manifest, found by its name so that sources and build read the same one. */
const manifest: Manifest = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('lockstep/package.json'), 'utf8'),
);

/** The version of Lockstep, such as `1.2.3`. */
export const VERSION = manifest.version;

/** Where the project lives, an absolute URL; `null` when the package does not say. */
export const HOMEPAGE = manifest.homepage ?? null;
