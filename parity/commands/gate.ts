import { Option } from 'commander';
import { renderGate } from '../gate/render-gate.ts';
import { runGate } from '../gate/run-gate.ts';
import { WrongCall } from '../wrong-call.ts';
import type { Command } from './command.ts';

interface Flags {
  readonly config?: string;
  readonly base?: string;
  readonly staged?: true;
  readonly requireTests?: true;
  readonly format: 'text' | 'json';
}

/** `lockstep gate`: refuses a change to one side only. */
export const gate: Command = {
  name: 'gate',
  summary: 'refuse a change that touches the sync side only, or that leaves the sides tested unequally',
  define: (parser) =>
    parser
      .option('--config <file>', 'the config, instead of the nearest lockstep.config.*')
      .option('--base <ref>', 'the branch or commit that the change is to go into')
      .addOption(new Option('--staged', 'judge what is staged for the next commit').conflicts('base'))
      .addOption(
        new Option('--require-tests', "fail when 'lockstep test' has not measured this commit").conflicts(
          'staged',
        ),
      )
      .addOption(
        new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
      ),
  run: async (parser, host) => {
    const { config, base, staged, requireTests, format } = parser.opts<Flags>();
    if (base === undefined && staged !== true) {
      throw new WrongCall(
        "There is nothing to compare with. Add '--base <ref>', such as '--base origin/main', or '--staged'.",
      );
    }
    const report = await runGate({
      cwd: host.cwd,
      config,
      base: base ?? null,
      requireTests: requireTests === true,
      today: new Date().toISOString().slice(0, 10),
    });
    host.stdout.write(format === 'text' ? renderGate(report) : `${JSON.stringify(report, null, 2)}\n`);
    return report.ok ? 0 : 1;
  },
};
