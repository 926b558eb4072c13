import { join } from 'node:path';
import { Option } from 'commander';
import { renderAuditMarkdown } from '../audit-markdown.ts';
import { auditOf } from '../audit-model.ts';
import { appendRecord, HISTORY_FILE } from '../history-file.ts';
import { readHistory } from '../history-read.ts';
import { takeRecord } from '../history-take-record.ts';
import type { Command } from './command.ts';
import { printText } from './print-text.ts';
import { warnOfFaults } from './warn-of-faults.ts';

interface Flags {
  readonly config?: string;
  readonly format: 'markdown' | 'json';
  readonly output?: string;
  /** `false` with `--no-record`. */
  readonly record: boolean;
}

/** `lockstep audit`: the five questions of the quarterly audit, and how the answers moved since the last one. */
export const audit: Command = {
  name: 'audit',
  summary: 'judge methods, signatures, behavior, coverage and test counts, against the last audit',
  define: (parser) =>
    parser
      .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
      .addOption(
        new Option('--format <format>', 'how to print it').choices(['markdown', 'json']).default('markdown'),
      )
      .option('--output <file>', 'write it to a file')
      .option('--no-record', `do not append it to ${HISTORY_FILE}`),
  run: async (parser, host) => {
    const { config, format, output, record: keep } = parser.opts<Flags>();
    const { base, record } = await takeRecord({
      cwd: host.cwd,
      env: host.env,
      config,
      kind: 'audit',
      now: new Date(),
    });
    const file = join(base, HISTORY_FILE);
    const { records, faults } = readHistory(file);
    warnOfFaults(faults, HISTORY_FILE, host);
    const outcome = auditOf(record, records);
    if (keep) appendRecord(file, record);
    const text =
      format === 'markdown' ? renderAuditMarkdown(outcome) : `${JSON.stringify(outcome, null, 2)}\n`;
    printText(text, outcome.ok ? 'The audit passed.' : 'The audit failed.', output, host);
    return outcome.ok ? 0 : 1;
  },
};
