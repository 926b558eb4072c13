import { exitCode } from '../exit-code.ts';
import { count } from '../render/summary.ts';
import type { Pair } from '../report-model.ts';
import { runCheck, type WrittenBaseline } from '../run-check.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Host } from './command.ts';
import { printReport } from './print-report.ts';

const CLEAR_LINE = '\r\u001b[K';

const baselineNote = ({ file, entries, added, removed }: WrittenBaseline): string => {
  const change = `${count(entries.length, 'entry').replace(/entrys$/, 'entries')}, ${added} added, ${removed} removed`;
  const next = added === 0 ? '' : " Each added entry fails until its 'reason' says why the finding is right.";
  return `Wrote ${file}: ${change}.${next}\n`;
};

/** Compares once, prints the report, and gives the exit status. Progress is shown on a terminal alone. */
export const checkOnce = async (flags: CheckFlags, host: Host): Promise<number> => {
  const { stderr } = host;
  // A terminal that calls itself dumb cannot clear a line.
  const isTerminal = stderr.isTTY === true && host.env.TERM !== 'dumb';
  const show = (line: string): boolean => isTerminal && stderr.write(CLEAR_LINE + line);
  show('Starting the compiler…');
  const onProgress = (done: number, total: number, { name }: Pair): void =>
    void show(`Comparing ${name} (${done + 1} of ${total})…`);
  try {
    const today = new Date().toISOString().slice(0, 10);
    const { report, written } = await runCheck({ ...flags, cwd: host.cwd, today, onProgress });
    show('');
    printReport(report, flags, host);
    if (written !== null) stderr.write(baselineNote(written));
    return exitCode(report);
  } catch (error) {
    show('');
    throw error;
  }
};
