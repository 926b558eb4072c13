/** The loader of TypeScript sources that a worker has to start by a call. */
export const TSX = 'tsx/esm/api';

/** The end of its address, where it is given by one. */
export const TSX_FILE = '/tsx/dist/esm/api/index.mjs';

// As a preload tsx registers itself in the first thread only; by its API it does so wherever it is asked to.
const preloadOf = (module: string): string =>
  // A loader by its address may be none of the packages that are in reach of the working directory.
  module === 'tsx' ? TSX : module.replace(/\/tsx\/dist\/loader\.mjs$/, TSX_FILE);

// What decides how modules are found and read. All else belongs to the whole process, such as the size of the heap and what the
// test runner of Node 24 hands its files: a worker takes none of it, and Node refuses to start one that is given it.
const KEPT = new Set([
  '--conditions',
  '-C',
  '--disable-warning',
  '--enable-source-maps',
  '--experimental-strip-types',
  '--experimental-transform-types',
  '--no-experimental-strip-types',
  '--no-warnings',
  '--preserve-symlinks',
  '--require',
  '-r',
]);

/** Those of them whose value may be the next argument. */
const VALUED = new Set(['--conditions', '-C', '--disable-warning', '--require', '-r', '--import']);

/** The options of a worker: what Node is told, and what the worker imports by itself before its entry. */
export interface WorkerOptions {
  readonly execArgv: readonly string[];
  readonly preloads: readonly string[];
}

/**
 * The options for a worker of a program that was started with these.
 *
 * Modules of `--import` (loaders of TypeScript among them) are imported by the worker: Node 20 would ask this thread for
 * them, which is blocked.
 */
export const workerOptions = (programs: readonly string[]): WorkerOptions => {
  const execArgv: string[] = [];
  const preloads: string[] = [];
  for (let index = 0; index < programs.length; index += 1) {
    const argument = programs[index] ?? '';
    const [name = ''] = argument.split('=', 1);
    const isPair = argument === name && VALUED.has(name);
    if (isPair) index += 1;
    const value = isPair ? (programs[index] ?? '') : argument.slice(name.length + 1);
    if (name === '--import') preloads.push(preloadOf(value));
    else if (KEPT.has(name)) execArgv.push(...(isPair ? [name, value] : [argument]));
  }
  return { execArgv, preloads };
};
