import type { HistoryFault } from '../history-read.ts';
import type { Host } from './command.ts';

/** Says on the error output which lines of a history were skipped, as a compiler would. */
export const warnOfFaults = (faults: readonly HistoryFault[], file: string, host: Host): void => {
  for (const { line, message } of faults) {
    host.stderr.write(`${file}:${line}: skipped. ${message} Remove the line, or restore it from a copy.\n`);
  }
};
