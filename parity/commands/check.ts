import { Option } from 'commander';
import { type CheckFlags, defineCheckFlags } from './check-flags.ts';
import { checkOnce } from './check-once.ts';
import type { Command } from './command.ts';
import { watchPairs } from './watch.ts';

/** `lockstep check`: compares the pairs and reports where they drifted. */
export const check: Command = {
  name: 'check',
  summary: 'compare the pairs and report where they drifted',
  define: (parser) =>
    defineCheckFlags(parser)
      .option(
        '--update-baseline',
        'accept what stands now: write it to lockstep.baseline.json, to be given reasons',
      )
      .addOption(new Option('--watch', 'check again on each change').conflicts('updateBaseline')),
  run: (parser, host) => {
    const flags = parser.opts<CheckFlags>();
    return flags.watch === true ? watchPairs(flags, host) : checkOnce(flags, host);
  },
};
