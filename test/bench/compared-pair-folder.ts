import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The compiler's options, the same for every way to compare. */
const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: 'es2023',
  lib: ['es2023', 'esnext.disposable'],
  module: 'nodenext',
  allowImportingTsExtensions: true,
  types: [],
};

/**
 * Makes a folder for programs that compare a pair, gives it to the work, and removes it. It stands below the peers' own
 * packages, so that a compiler finds them.
 */
export const inComparedPairFolder = async (
  work: (folder: string) => Promise<undefined> | undefined,
): Promise<undefined> => {
  const folder = join(import.meta.dirname, 'node_modules', '.cache', `compared-pair-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['pair.ts'] }));
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
