/** Builds the package into `dist`: `npm run build`. */
import { join } from 'node:path';
import { buildPackage } from './build-package.ts';

try {
  await buildPackage(join(import.meta.dirname, '..', '..', 'dist'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
