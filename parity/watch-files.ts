import { once } from 'node:events';
import { relative } from 'node:path';

/** How long to wait for more changes before a check: editors write a file in several steps. Milliseconds. */
const QUIET_MS = 100;

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'coverage', '.lockstep']);

const RELEVANT = /\.[cm]?[jt]sx?$|\.json$/;

/** What to watch, what to do at first and on each change, and until when. */
export interface Watch {
  /** Absolute; all below it is watched but for dependencies and output. */
  readonly folder: string;
  /** Files, absolute, whose changes do not count: what the check itself writes. */
  readonly except: readonly string[];
  readonly run: () => Promise<void>;
  readonly signal: AbortSignal;
}

const isLeftOut = (folder: string, path: string): boolean =>
  relative(folder, path)
    .split(/[\\/]/)
    .some((segment) => LEFT_OUT.has(segment));

/** Watches code and configs, one run at a time; resolves when the signal is aborted and the last run is done. */
export const watchFiles = async ({ folder, except, run, signal }: Watch): Promise<void> => {
  // Loaded here because only a watch needs it.
  const { watch } = await import('chokidar');
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      except.includes(path) || isLeftOut(folder, path) || (stats?.isFile() === true && !RELEVANT.test(path)),
  });
  // A change during the first run counts as well, so that run has to wait until the watch is on.
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  let timer: NodeJS.Timeout | undefined;
  let running = run();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, QUIET_MS);
  });
  if (!signal.aborted) await once(signal, 'abort');
  clearTimeout(timer);
  await running;
  await watcher.close();
};
