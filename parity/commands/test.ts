import { join } from 'node:path';
import { Option } from 'commander';
import { firstLine } from '../first-line.ts';
import { gitRevision } from '../git-revision.ts';
import { appendRecord, HISTORY_FILE } from '../history-file.ts';
import { takeRecord } from '../history-take-record.ts';
import { renderTestText } from '../render-test-text.ts';
import { TEST_MEASUREMENT_FILE } from '../test-measurement.ts';
import { writeAtomically } from '../write-atomically.ts';
import type { Command, Host } from './command.ts';
import { printText } from './print-text.ts';

interface Flags {
  readonly config?: string;
  readonly pair?: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
  /** `false` with `--no-record`. */
  readonly record: boolean;
}

/** Adds where the pairs stand now to the history. What keeps them from being checked is told by `lockstep check`. */
const addToHistory = async (base: string, config: string | undefined, host: Host): Promise<void> => {
  try {
    const call = { cwd: host.cwd, env: host.env, config, kind: 'report', now: new Date() } as const;
    const { record } = await takeRecord(call);
    appendRecord(join(base, HISTORY_FILE), record);
  } catch (error) {
    host.stderr.write(`Not added to ${HISTORY_FILE}: ${firstLine(error)}\n`);
  }
};

/** `lockstep test`: runs the suites on each side, measures them, and refuses sides that are not tested equally. */
export const test: Command = {
  name: 'test',
  summary: 'run the suites on both sides and hold their coverage and number of tests to the thresholds',
  define: (parser) =>
    parser
      .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
      .option('--pair <names...>', 'only these pairs of the config')
      .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
      .option('--output <file>', 'write it to a file')
      .option('--no-record', `do not append it to ${HISTORY_FILE}`),
  run: async (parser, host) => {
    const { config, pair, format, output, record } = parser.opts<Flags>();
    const { runSuites } = await import('../suites/run-suites.ts');
    const { base, report } = await runSuites({ cwd: host.cwd, config, pairs: pair ?? [] });
    const measurement = {
      version: 1,
      date: new Date().toISOString(),
      ...gitRevision(base, host.env),
      report,
    };
    writeAtomically(join(base, TEST_MEASUREMENT_FILE), `${JSON.stringify(measurement, null, 2)}\n`);
    if (record) await addToHistory(base, config, host);
    const text = format === 'text' ? renderTestText(report) : `${JSON.stringify(report, null, 2)}\n`;
    printText(text, report.ok ? 'Tested equally.' : 'Not tested equally.', output, host);
    return report.ok ? 0 : 1;
  },
};
