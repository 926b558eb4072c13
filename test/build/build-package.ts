import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleRuntime } from './bundle-runtime.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Builds what is published into a folder, which is made anew.
 *
 * @param out - absolute, in reach of the package's dependencies where what is built is to run from there
 * @throws {Error} the sources do not compile; its message is what the compiler says
 */
export const buildPackage = async (out: string): Promise<undefined> => {
  rmSync(out, { recursive: true, force: true });
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', ROOT, '--outDir', out], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The package does not compile:\n${stdout}${stderr}`);
  // The pages of the checks, which the compiler leaves behind.
  cpSync(join(ROOT, 'parity', 'checks'), join(out, 'parity', 'checks'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
  await bundleRuntime(join(out, 'src'));
};
