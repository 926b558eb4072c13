import { join, relative } from 'node:path';
import { Option } from 'commander';
import { renderDashboard } from '../dashboard-page.ts';
import { type DashboardCall, projectFolder, readDashboard } from '../dashboard-read.ts';
import { HISTORY_FILE } from '../history-file.ts';
import type { Command } from './command.ts';
import { printText } from './print-text.ts';
import { warnOfFaults } from './warn-of-faults.ts';

interface Flags {
  readonly config?: string;
  readonly branch?: string;
  readonly format: 'html' | 'json';
  readonly output?: string;
}

/** Beside the history, as a path that can be shown. */
const defaultFile = (call: DashboardCall, format: Flags['format']): string =>
  relative(call.cwd, join(projectFolder(call), '.lockstep', `dashboard.${format}`)).replaceAll('\\', '/');

/** `lockstep dashboard`: the history as one HTML file, or as the JSON that `lockstep notify` posts. */
export const dashboard: Command = {
  name: 'dashboard',
  summary: 'draw the history as one HTML file: coverage, gap, tests by area, findings and their age',
  define: (parser) =>
    parser
      .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
      .option('--branch <name>', 'the branch to show, instead of that of the newest record')
      .addOption(new Option('--format <format>', 'what to write').choices(['html', 'json']).default('html'))
      .option('--output <file>', "where to write it, '-' to print it; by default .lockstep/dashboard.html"),
  run: (parser, host) => {
    const { format, output, ...call } = parser.opts<Flags>();
    const where = { ...call, cwd: host.cwd };
    const shown = readDashboard(where);
    warnOfFaults(shown.skippedLines, HISTORY_FILE, host);
    const text = format === 'html' ? renderDashboard(shown) : `${JSON.stringify(shown, null, 2)}\n`;
    const file = output ?? defaultFile(where, format);
    printText(text, shown.ok ? 'In step.' : 'Not in step.', file === '-' ? undefined : file, host);
    return 0;
  },
};
