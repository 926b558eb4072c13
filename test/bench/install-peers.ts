import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages that benchmarks compare with, unless they are there; `npm ci` of the repository leaves them out.
 *
 * @throws {Error} npm fails
 */
export const installPeers = (folder = import.meta.dirname): undefined => {
  const wanted = join(folder, 'package-lock.json');
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    throw new Error(`'npm ci' fails in ${folder}: the benchmarks cannot run without the peers.`);
};
