import { resolve } from 'node:path';
import { firstLine } from '../first-line.ts';
import { watchFiles } from '../watch-files.ts';
import { type CheckFlags, defineCheckFlags } from './check-flags.ts';
import { checkOnce } from './check-once.ts';
import type { Command, Host } from './command.ts';

/** Checks now and after each change, until the process is interrupted; a failing check does not end it. */
export const watchPairs = async (flags: CheckFlags, host: Host): Promise<number> => {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const checkAgain = async (): Promise<void> => {
    try {
      await checkOnce(flags, host);
    } catch (error) {
      host.stderr.write(`lockstep: ${firstLine(error)}\n`);
    }
    host.stderr.write('Watching for changes; Ctrl+C ends it.\n');
  };
  const except = flags.output === undefined ? [] : [resolve(host.cwd, flags.output)];
  await watchFiles({ folder: host.cwd, except, run: checkAgain, signal: stop.signal });
  return 0;
};

/** `lockstep watch`: the same as `lockstep check --watch`. */
export const watch: Command = {
  name: 'watch',
  summary: 'check again on each change',
  define: defineCheckFlags,
  run: (parser, host) => watchPairs(parser.opts<CheckFlags>(), host),
};
