import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** tstyche needs a compiler with an API in JavaScript, which TypeScript 7 is not. */
export const TYPESCRIPT_6 = require.resolve('typescript-6');

const CONFIG = { testFileMatch: ['pair.ts'], tsconfig: './tsconfig.json' };
const env = { ...process.env, TSTYCHE_TYPESCRIPT_MODULE: pathToFileURL(TYPESCRIPT_6).href };
const bin = join(dirname(require.resolve('tstyche/package.json')), 'build', 'bin.js');

/** Runs tstyche, a whole process, on `pair.ts` in a folder; answers whether it finds the pair in step. */
export const tstycheFindsInStep = (folder: string): boolean => {
  writeFileSync(join(folder, 'tstyche.config.json'), JSON.stringify(CONFIG));
  return spawnSync(process.execPath, [bin], { env, cwd: folder }).status === 0;
};
