/**
 * Runs the benchmarks: `npm run bench`, `npm run bench -- engine` (files whose name has that text). Fails when one misses a
 * limit. Figures depend on the machine, so limits are ratios of what one run measures, wherever they can be.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../build/build-package.ts';
import { BUILT } from './built-package.ts';
import { installPeers } from './install-peers.ts';
import { machineLine } from './machine-line.ts';
import { progress } from './progress.ts';

const filters = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort();

if (files.length === 0) {
  console.error(`No benchmark has ${filters.map((filter) => `'${filter}'`).join(' or ')} in its name.`);
  process.exitCode = 2;
} else {
  installPeers();
  progress('building the package');
  await buildPackage(BUILT);
  progress('');
  console.log(machineLine());
  const failed = files.filter((file) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file)], {
      stdio: 'inherit',
    });
    return run.status !== 0;
  });
  if (failed.length > 0) {
    console.log(`\nOut of limits, or broken: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}
