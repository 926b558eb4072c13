import { join } from 'node:path';
import { Option } from 'commander';
import { appendRecord, HISTORY_FILE } from '../history-file.ts';
import { takeRecord } from '../history-take-record.ts';
import { renderReportMarkdown } from '../report-markdown.ts';
import { recommendations } from '../report-recommendations.ts';
import { standingOf } from '../report-standing.ts';
import type { Command } from './command.ts';
import { printText } from './print-text.ts';

interface Flags {
  readonly config?: string;
  readonly format: 'markdown' | 'json';
  readonly output?: string;
  readonly record?: true;
}

/** `lockstep report`: where the pairs stand, in the tables of the strategy. */
export const report: Command = {
  name: 'report',
  summary: 'say where the pairs stand: members, tests by area, coverage, and what to do next',
  define: (parser) =>
    parser
      .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
      .addOption(
        new Option('--format <format>', 'how to print it').choices(['markdown', 'json']).default('markdown'),
      )
      .option('--output <file>', 'write it to a file')
      .option('--record', `also append it to ${HISTORY_FILE}`),
  run: async (parser, host) => {
    const { config, format, output, record: keep } = parser.opts<Flags>();
    const { base, record } = await takeRecord({
      cwd: host.cwd,
      env: host.env,
      config,
      kind: 'report',
      now: new Date(),
    });
    if (keep === true) appendRecord(join(base, HISTORY_FILE), record);
    const standing = standingOf(record);
    const text =
      format === 'markdown'
        ? renderReportMarkdown(standing)
        : `${JSON.stringify({ version: 1, ...standing, nextSteps: recommendations(standing) }, null, 2)}\n`;
    printText(text, standing.ok ? 'In step.' : 'Not in step.', output, host);
    return 0;
  },
};
