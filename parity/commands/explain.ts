import { explainCheck, listChecks } from '../explain.ts';
import type { Command } from './command.ts';

/** `lockstep explain [check]`: the page of a check, or the list of all checks. */
export const explain: Command = {
  name: 'explain',
  summary: 'say what a check finds, why it matters and how to mend it; without a name, list all checks',
  define: (parser) => parser.argument('[check]', "the id of a check, such as 'missing-member'"),
  run: (parser, host) => {
    const [id] = parser.args;
    host.stdout.write(id === undefined ? listChecks() : explainCheck(id));
    return 0;
  },
};
