import { relative } from 'node:path';

/** How long to wait for more changes before a check: editors write a file in several steps. Milliseconds. */
const QUIET_MS = 100;

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'coverage', '.lockstep']);

const RELEVANT = /\.[cm]?[jt]sx?$|\.json$/;

/** What to watch, what to do on a change, and until when. */
export interface Watch {
  /** Absolute; all below it is watched but for dependencies and output. */
  readonly folder: string;
  /** Files, absolute, whose changes do not count: what the check itself writes. */
  readonly except: readonly string[];
  readonly changed: () => Promise<void>;
  readonly signal: AbortSignal;
}

const isLeftOut = (folder: string, path: string): boolean =>
  relative(folder, path)
    .split(/[\\/]/)
    .some((segment) => LEFT_OUT.has(segment));

/** Watches code and configs, one check at a time; resolves when the signal is aborted and the last check is done. */
export const watchFiles = async ({ folder, except, changed, signal }: Watch): Promise<void> => {
  // Loaded here because only a watch needs it.
  const { watch } = await import('chokidar');
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      except.includes(path) || isLeftOut(folder, path) || (stats?.isFile() === true && !RELEVANT.test(path)),
  });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed);
    }, QUIET_MS);
  });
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  clearTimeout(timer);
  await running;
  await watcher.close();
};
