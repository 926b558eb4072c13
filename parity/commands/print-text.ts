import { writeOutput } from '../write-output.ts';
import type { Host } from './command.ts';

/** Prints a text, or writes it to the file that `--output` names and says so beside one sentence of outcome. */
export const printText = (text: string, outcome: string, output: string | undefined, host: Host): void => {
  if (output === undefined) {
    host.stdout.write(text);
    return;
  }
  writeOutput(host.cwd, output, text);
  host.stderr.write(`${outcome} Written to ${output}.\n`);
};
