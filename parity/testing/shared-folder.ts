import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { ParityError } from './parity-error.ts';

/** The environment variable in which a run that starts a process for each side tells both the same folder. */
export const SHARED_FOLDER_VARIABLE = 'LOCKSTEP_SHARED_FOLDER';

let own: string | undefined;

/** Made by the first who asks, as a run of the whole suite in one process has no folder given to it. */
const base = (env: NodeJS.ProcessEnv): string => {
  own ??= env[SHARED_FOLDER_VARIABLE] ?? realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-shared-')));
  return own;
};

/**
 * Makes an empty folder for the files that tests write and answers its absolute path, which is the same on each side: paths in
 * results and messages then differ only where the sides do. It is removed after the tests of the file.
 *
 * @param name - one that no other test file uses: files may run side by side
 * @throws {ParityError} when the name is not that of a folder
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs';
 * import { sharedFolder } from 'lockstep/testing';
 * const folder = sharedFolder('reads-files');
 * writeFileSync(`${folder}/a.txt`, 'a');
 * ```
 */
export const sharedFolder = (name: string): string => {
  if (!/^\w[\w.-]*$/.test(name)) {
    throw new ParityError(
      `A shared folder cannot be named '${name}'. Use letters, digits, '_', '-' and '.', and begin with none of the last two.`,
    );
  }
  const folder = join(base(process.env), name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
