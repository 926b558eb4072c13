import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** The name of the module that a worker is started with, where code names one. */
const THREAD = /new URL\("\.\/([\w-]+)", import\.meta\.url\)|new URL\('\.\/([\w-]+)', import\.meta\.url\)/g;

/** Modules that a worker imports by their own address, so that each needs a file of its own: entries of threads, and origins. */
const importedByAddress = (modules: readonly string[]): readonly string[] => {
  const texts = modules.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const threads = new Set(
    texts.flatMap(({ text }) => [...text.matchAll(THREAD)].map(([, one, other]) => `${one ?? other}.js`)),
  );
  return texts
    .filter(
      ({ path, text }) => threads.has(basename(path)) || /module: import\.meta\.url, name: '/.test(text),
    )
    .map(({ path }) => path);
};

/**
 * Joins what the compiler made of the runtime's sources: Node.js takes about a millisecond for each file of an import, which
 * for files as small as these is most of what `import 'lockstep'` costs. Declarations and source maps stay.
 *
 * All files lie side by side, so that an address relative to `import.meta.url` holds wherever its code ends up.
 *
 * @param src - the folder of the compiled sources, in which `index.js` is
 * @throws {Error} two of the modules that are imported by address have the same name
 */
export const bundleRuntime = async (src: string): Promise<undefined> => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => join(src, file));
  const modules = files.filter((file) => file.endsWith('.js'));
  const outdir = `${src}-bundled`;
  await build({
    entryPoints: [join(src, 'index.js'), ...importedByAddress(modules)],
    outdir,
    entryNames: '[name]',
    chunkNames: 'shared-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'error',
  });
  for (const file of files.filter((each) => /\.js(\.map)?$/.test(each))) rmSync(file);
  for (const file of readdirSync(outdir)) renameSync(join(outdir, file), join(src, file));
  rmSync(outdir, { recursive: true });
};
