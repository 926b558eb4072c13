import type { InitFlags } from '../run-init.ts';
import type { Command } from './command.ts';

/** `lockstep init`: finds the pairs of a project and writes the config, the compiler's gate, a workflow and a hook. */
export const init: Command = {
  name: 'init',
  summary:
    'find the pairs of this project and write the config, a tsconfig, a workflow and a pre-commit hook',
  define: (parser) =>
    parser
      .option('-y, --yes', 'add the check to an existing hook file without asking')
      .option(
        '-f, --force',
        'overwrite files that differ without asking; a config that is there is always kept',
      ),
  run: async (parser, host) => {
    const { runInit } = await import('../run-init.ts');
    await runInit(parser.opts<InitFlags>(), host);
    return 0;
  },
};
