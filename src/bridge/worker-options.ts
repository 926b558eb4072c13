/** The loader of TypeScript sources that a worker has to start by a call. */
export const TSX = 'tsx/esm/api';

// As a preload tsx registers itself in the first thread only; by its API it does so wherever it is asked to.
const preloadOf = (module: string): string =>
  module === 'tsx' || module.endsWith('/tsx/dist/loader.mjs') ? TSX : module;

/** The options of a worker: what Node is told, and what the worker imports by itself before its entry. */
export interface WorkerOptions {
  readonly execArgv: readonly string[];
  readonly preloads: readonly string[];
}

/**
 * The options for a worker of a program that was started with these.
 *
 * Modules of `--import` (loaders of TypeScript among them) are imported by the worker: Node 20 would ask this thread for
 * them, which is blocked. What speaks of the program's own entry is left out.
 */
export const workerOptions = (programs: readonly string[]): WorkerOptions => {
  const execArgv: string[] = [];
  const preloads: string[] = [];
  for (let index = 0; index < programs.length; index += 1) {
    const option = programs[index] ?? '';
    if (option === '--import') {
      index += 1;
      preloads.push(preloadOf(programs[index] ?? ''));
    } else if (option.startsWith('--import=')) preloads.push(preloadOf(option.slice('--import='.length)));
    else if (['-e', '--eval', '-p', '--print'].includes(option)) index += 1;
    else if (!/^--(input-type|test|watch)/.test(option)) execArgv.push(option);
  }
  return { execArgv, preloads };
};
